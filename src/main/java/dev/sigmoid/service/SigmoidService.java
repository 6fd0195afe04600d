package dev.sigmoid.service;

import dev.sigmoid.grid.Grid;

/**
 * Evaluates the sigmoid and its kin. Stateless and safe for any number of threads.
 */
public final class SigmoidService {

	/**
	 * Returns a function over a grid; nothing is computed yet.
	 * @param function which function
	 * @param grid the abscissas
	 * @param withDerivative whether a column dy holds the function's derivative
	 * @throws IllegalArgumentException if the derivative is wanted of a function that has
	 * none here
	 */
	public Table table(Function function, Grid grid, boolean withDerivative) {
		return new Table(grid, function, withDerivative ? function.derivative() : null);
	}

	/**
	 * Returns the slope of a function between two points, within 1 ulp.
	 * @param function which function
	 * @param secant the two points
	 * @throws IllegalArgumentException if the function is a derivative
	 */
	public Slope slope(Function function, Secant secant) {
		return new Slope(secant.from(), secant.to(), function.slope(secant.from(), secant.to()));
	}

}
