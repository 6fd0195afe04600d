package dev.sigmoid.service;

/**
 * Two points of a curve, which may be one.
 *
 * @param from the abscissa of the first, finite
 * @param to the abscissa of the second, finite
 */
public record Secant(double from, double to) {
}
