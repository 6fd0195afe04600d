package dev.sigmoid.math;

/** A stand-in until the kernel arrives. */
public final class HyperbolicTangent {

	private HyperbolicTangent() {
	}

	/** Returns tanh(x). */
	public static double value(double x) {
		return Math.tanh(x);
	}

	/** Returns 1 − tanh²(x). */
	public static double derivative(double x) {
		double c = Math.cosh(x);
		return 1 / c / c;
	}

	/** Writes y[i] = tanh(x[i]). */
	public static void values(double[] x, double[] y, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = value(x[i]);
		}
	}

	/** Writes y[i] = 1 − tanh²(x[i]). */
	public static void derivatives(double[] x, double[] y, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = derivative(x[i]);
		}
	}

}
