/**
 * What to compute. A named function over a grid, as a lazy table pulled block by block.
 */
@NullMarked
package dev.sigmoid.service;

import org.jspecify.annotations.NullMarked;
