package dev.sigmoid.math;

/** The hyperbolic tangent tanh(x) = 2σ(2x) − 1. */
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

	/** Returns tanh(x). */
	public static double value(double x) {
		double v = Math.abs(x);
		if (v > NEARLY_LINEAR) {
			return Math.copySign((v < SATURATED) ? FastPath.rounded(Curve.TANGENT, 2 * v) : 1, x);
		}
		return x;
	}

	/** Returns tanh′(x). */
	public static double derivative(double x) {
		double v = Math.abs(x);
		if (v > NEARLY_ONE) {
			return (v < VANISHED) ? FastPath.rounded(Curve.TANGENT_BELL, 2 * v) : 0;
		}
		return (v <= NEARLY_ONE) ? 1 : Double.NaN;
	}

	/** Returns (tanh(to) − tanh(from))/(to − from). */
	public static double slope(double from, double to) {
		return (from == to) ? derivative(from) : Slope.between(from, to, 2);
	}

	public static int values(double[] x, double[] y, int n, Workspace workspace) {
		return workspace.tangents(x, y, n);
	}

	public static int derivatives(double[] x, double[] y, int n, Workspace workspace) {
		return workspace.derivatives(x, y, n, 2);
	}

}
