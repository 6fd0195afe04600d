package dev.sigmoid.math;

/**
 * The hyperbolic tangent tanh(x) = 2σ(2x) − 1, its derivative tanh′(x) = 1 − tanh²(x) and
 * its slopes.
 * <p>
 * <b>Accuracy.</b> Values and derivatives are correctly rounded: the nearest double, ties
 * to even, for every argument, subnormal results included. So tanh is monotone, tanh(−x)
 * = −tanh(x) and tanh′(−x) = tanh′(x) exactly, and all is the same on every machine.
 * Method, bounds and references are in the package's documentation.
 */
public final class HyperbolicTangent {

	/**
	 * To here x − tanh(x) &lt; |x|³/3 &lt; 2⁻⁵⁵|x|, less than half the spacing below x.
	 */
	static final double NEARLY_LINEAR = 0x1p-27; // 7.450580596923828e-09

	/** To here 0 ≤ 1 − tanh′(x) &lt; x² ≤ 2⁻⁵⁴, half the spacing of doubles below 1. */
	static final double NEARLY_ONE = 0x1p-27; // 7.450580596923828e-09

	/**
	 * From here 1 − tanh(x) &lt; 2e⁻³⁸·² &lt; 2⁻⁵⁴, half the spacing of doubles below 1.
	 */
	static final double SATURATED = 19.1;

	/** From here tanh′(x) &lt; 4e⁻⁷⁴⁸ &lt; 2⁻¹⁰⁷⁵, half the least double. */
	static final double VANISHED = 374;

	private HyperbolicTangent() {
	}

	/**
	 * Returns tanh(x), correctly rounded.
	 * <p>
	 * Special cases: tanh(±0) = ±0; tanh(±∞) = ±1; NaN gives NaN. To |x| = 2⁻²⁷ the
	 * nearest double is x, from |x| = 19.07 up it is ±1.
	 */
	public static double value(double x) {
		double v = Math.abs(x);
		if (v > NEARLY_LINEAR) {
			return Math.copySign((v < SATURATED) ? FastPath.rounded(Curve.TANGENT, 2 * v) : 1, x);
		}
		return x;
	}

	/**
	 * Returns tanh′(x), correctly rounded.
	 * <p>
	 * Special cases: tanh′(±0) = 1; tanh′(±∞) = 0; NaN gives NaN. From |x| = 373.3 up the
	 * nearest double is 0.
	 */
	public static double derivative(double x) {
		double v = Math.abs(x);
		if (v > NEARLY_ONE) {
			return (v < VANISHED) ? FastPath.rounded(Curve.TANGENT_BELL, 2 * v) : 0;
		}
		return (v <= NEARLY_ONE) ? 1 : Double.NaN;
	}

	/**
	 * Returns the slope of tanh between two points, (tanh(to) − tanh(from))/(to − from),
	 * within 1 ulp; at equal points the derivative, correctly rounded. The order of the
	 * points does not matter.
	 * <p>
	 * Special cases: 0 if a point is infinite, NaN if one is NaN. See {@link Slope}.
	 */
	public static double slope(double from, double to) {
		return (from == to) ? derivative(from) : Slope.between(from, to, 2);
	}

	/**
	 * Writes y[i] = tanh(x[i]) for 0 ≤ i &lt; n, the same bits as {@link #value} gives.
	 * @param x the abscissas
	 * @param y where the results go; not x
	 * @param n how many, at most the workspace's capacity
	 * @param workspace scratch, for one thread at a time
	 * @return how many of the values did not pass the rounding test of the fast path
	 */
	public static int values(double[] x, double[] y, int n, Workspace workspace) {
		return workspace.tangents(x, y, n);
	}

	/**
	 * Writes y[i] = tanh′(x[i]) for 0 ≤ i &lt; n, the same bits as {@link #derivative}
	 * gives.
	 * @param x the abscissas
	 * @param y where the results go; not x
	 * @param n how many, at most the workspace's capacity
	 * @param workspace scratch, for one thread at a time
	 * @return how many of the values did not pass the rounding test of the fast path
	 */
	public static int derivatives(double[] x, double[] y, int n, Workspace workspace) {
		return workspace.derivatives(x, y, n, 2);
	}

}
