/**
 * Which points. The abscissas that were asked for: a list of values or a range, exact in
 * decimal.
 */
@NullMarked
package dev.sigmoid.grid;

import org.jspecify.annotations.NullMarked;
