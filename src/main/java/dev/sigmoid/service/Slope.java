package dev.sigmoid.service;

/**
 * The slope of a curve between two points.
 *
 * @param from the abscissa of the first
 * @param to the abscissa of the second
 * @param slope (f(to) − f(from))/(to − from), where they are equal the derivative
 */
public record Slope(double from, double to, double slope) {
}
