/**
 * HTTP. {@link dev.sigmoid.web.SigmoidController} translates requests into grids and
 * hands back tables; the rest of the room reads parameters and bodies, writes tables in
 * the format that was asked for, turns every error into a problem, sets the limits, and
 * describes the API. The only room that knows Spring.
 */
@NullMarked
package dev.sigmoid.web;

import org.jspecify.annotations.NullMarked;
