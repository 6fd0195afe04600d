/**
 * The numbers. The functions, one value or a block of values at a time; imports the JDK
 * alone.
 */
@NullMarked
package dev.sigmoid.math;

import org.jspecify.annotations.NullMarked;
