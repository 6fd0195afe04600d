/**
 * Faults, injected from outside into the jar that is shipped, in a process of its own
 * with a heap of 64 MB. Each prints what was injected, under which load, and what was
 * lost. Those tagged {@code faults} take minutes: {@code ./mvnw verify -Pfaults}.
 */
@NullMarked
package dev.sigmoid.faults;

import org.jspecify.annotations.NullMarked;
