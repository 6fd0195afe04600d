/**
 * Which bytes. The representations of a table, and the readers of a batch.
 */
@NullMarked
package dev.sigmoid.format;

import org.jspecify.annotations.NullMarked;
