package dev.sigmoid.math;

/** The logistic sigmoid σ(x) = 1/(1 + e<sup>−x</sup>) and its derivative. */
public final class Logistic {

	private Logistic() {
	}

	/** Returns σ(x); t = e<sup>−|x|</sup> neither overflows nor cancels. */
	public static double value(double x) {
		double t = Math.exp(-Math.abs(x));
		return (x < 0) ? t / (1 + t) : 1 / (1 + t);
	}

	/** Returns σ′(x) = t/(1 + t)², which does not cancel as s·(1 − s) does. */
	public static double derivative(double x) {
		double t = Math.exp(-Math.abs(x));
		return t / ((1 + t) * (1 + t));
	}

	/** Writes y[i] = σ(x[i]) for 0 ≤ i &lt; n. */
	public static void values(double[] x, double[] y, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = value(x[i]);
		}
	}

	/** Writes y[i] = σ′(x[i]) for 0 ≤ i &lt; n. */
	public static void derivatives(double[] x, double[] y, int n) {
		for (int i = 0; i < n; i++) {
			y[i] = derivative(x[i]);
		}
	}

}
