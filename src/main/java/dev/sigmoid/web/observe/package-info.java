/**
 * What those who run the service see of it: {@link dev.sigmoid.web.observe.RequestValve}
 * counts every request, {@link dev.sigmoid.web.observe.PointMeters} every point, and a
 * {@link dev.sigmoid.web.observe.RequestId} is in problem and log.
 */
@NullMarked
package dev.sigmoid.web.observe;

import org.jspecify.annotations.NullMarked;
