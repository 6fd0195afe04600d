package dev.sigmoid.math;

/** The logistic sigmoid σ(x) = 1/(1 + e<sup>−x</sup>). */
public final class Logistic {

	/** To here σ(x) lies between ½ + x/4 and its neighbour towards ½: x²/12 &lt; 2⁻⁵³. */
	static final double NEARLY_HALF = 0x1p-25; // 2.9802322387695312e-08

	/** To here 0 ≤ ¼ − σ′(x) &lt; x²/16 ≤ 2⁻⁵⁶, half the spacing of doubles below ¼. */
	static final double NEARLY_QUARTER = 0x1p-26; // 1.4901161193847656e-08

	/** From here 1 − σ(x) &lt; e⁻³⁷·⁵ &lt; 2⁻⁵⁴, half the spacing of doubles below 1. */
	static final double SATURATED = 37.5;

	/** From here σ(−x) and σ′(x) are below e⁻⁷⁴⁶ &lt; 2⁻¹⁰⁷⁵, half the least double. */
	static final double VANISHED = 746;

	private Logistic() {
	}

	/** Returns σ(x). */
	public static double value(double x) {
		if (x >= NEARLY_HALF) {
			return (x < SATURATED) ? FastPath.rounded(Curve.RISE, x) : 1;
		}
		if (x <= -NEARLY_HALF) {
			return (x > -VANISHED) ? FastPath.rounded(Curve.FALL, -x) : 0;
		}
		return nearHalf(x);
	}

	/** Returns σ′(x). */
	public static double derivative(double x) {
		double v = Math.abs(x);
		if (v > NEARLY_QUARTER) {
			return (v < VANISHED) ? FastPath.rounded(Curve.BELL, v) : 0;
		}
		return (v <= NEARLY_QUARTER) ? 0.25 : Double.NaN;
	}

	/** Returns (σ(to) − σ(from))/(to − from). */
	public static double slope(double from, double to) {
		return (from == to) ? derivative(from) : Slope.between(from, to, 1);
	}

	public static int values(double[] x, double[] y, int n, Workspace workspace) {
		return workspace.values(x, y, n);
	}

	public static int derivatives(double[] x, double[] y, int n, Workspace workspace) {
		return workspace.derivatives(x, y, n, 1);
	}

	/**
	 * Returns σ(x) for |x| &lt; 2⁻²⁵, or NaN. The truth lies strictly between ½ + x/4 and
	 * ½ + the neighbour of x/4 towards 0, and between those no double or midpoint lies.
	 * So ½ + x/4 rounded is right, but for a tie, which the sign of −x³/48 decides: the
	 * neighbour on the side of ½.
	 */
	private static double nearHalf(double x) {
		double quarter = 0.25 * x;
		double sum = 0.5 + quarter;
		double low = FastPath.quickSumLow(0.5, quarter, sum);
		double other = sum + 2 * low;
		boolean tie = low != 0 && other - sum == 2 * low;
		return (tie && low < 0 == x > 0) ? other : sum;
	}

}
