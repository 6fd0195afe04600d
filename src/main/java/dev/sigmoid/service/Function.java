package dev.sigmoid.service;

import java.util.function.DoubleUnaryOperator;

import dev.sigmoid.math.HyperbolicTangent;
import dev.sigmoid.math.Logistic;
import dev.sigmoid.math.Workspace;

/**
 * The functions that the service evaluates.
 */
public enum Function {

	/** The logistic sigmoid. */
	SIGMOID(Logistic::value, Logistic::values),

	/** The derivative of the logistic sigmoid. */
	SIGMOID_DERIVATIVE(Logistic::derivative, Logistic::derivatives),

	/** The hyperbolic tangent. */
	TANH(HyperbolicTangent::value, HyperbolicTangent::values),

	/** The derivative of the hyperbolic tangent. */
	TANH_DERIVATIVE(HyperbolicTangent::derivative, HyperbolicTangent::derivatives);

	private final DoubleUnaryOperator one;

	private final Kernel block;

	Function(DoubleUnaryOperator one, Kernel block) {
		this.one = one;
		this.block = block;
	}

	/**
	 * Returns the derivative.
	 * @throws IllegalArgumentException if this is a derivative itself
	 */
	Function derivative() {
		return switch (this) {
			case SIGMOID -> SIGMOID_DERIVATIVE;
			case TANH -> TANH_DERIVATIVE;
			case SIGMOID_DERIVATIVE, TANH_DERIVATIVE -> throw new IllegalArgumentException("no derivative of " + this);
		};
	}

	/**
	 * Returns the slope between two points, within 1 ulp.
	 * @throws IllegalArgumentException if this is a derivative
	 */
	double slope(double from, double to) {
		return switch (this) {
			case SIGMOID -> Logistic.slope(from, to);
			case TANH -> HyperbolicTangent.slope(from, to);
			case SIGMOID_DERIVATIVE, TANH_DERIVATIVE -> throw new IllegalArgumentException("no slope of " + this);
		};
	}

	/** Returns the function at one abscissa. */
	public double at(double x) {
		return this.one.applyAsDouble(x);
	}

	/** Writes the function of a block's abscissas. */
	void at(Block block, double[] y) {
		double[] x = block.column(Column.X);
		if (block.size() == 1) {
			y[0] = at(x[0]);
		}
		else {
			this.block.apply(x, y, block.size(), block.workspace());
		}
	}

	/** A function of a block of values. */
	@FunctionalInterface
	private interface Kernel {

		int apply(double[] x, double[] y, int n, Workspace workspace);

	}

}
