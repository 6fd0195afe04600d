/**
 * What to compute. {@link dev.sigmoid.service.SigmoidService} puts a named function on a
 * grid and hands out a lazy {@link dev.sigmoid.service.Table}, which is computed block by
 * block as it is pulled and so takes the same memory for any number of points.
 */
@NullMarked
package dev.sigmoid.service;

import org.jspecify.annotations.NullMarked;
