/**
 * HTTP. Handlers, parameters, problems, limits, settings and the description of the API;
 * the only room with Spring.
 */
@NullMarked
package dev.sigmoid.web;

import org.jspecify.annotations.NullMarked;
