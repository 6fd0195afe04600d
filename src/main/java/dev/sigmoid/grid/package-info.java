/**
 * Which points. The abscissas that were asked for: a list of values, or a range that is
 * exact in decimal. A grid that exists is valid: whatever can be wrong with the request
 * is found when it is made.
 */
@NullMarked
package dev.sigmoid.grid;

import org.jspecify.annotations.NullMarked;
