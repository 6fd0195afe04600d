package dev.sigmoid.math;

/**
 * The logistic sigmoid σ(x) = 1/(1 + e<sup>−x</sup>), its derivative σ′(x) = σ(x)·(1 −
 * σ(x)) and its slopes.
 * <p>
 * <b>Accuracy.</b> Values and derivatives are correctly rounded: the nearest double, ties
 * to even, for every argument, subnormal results included. So σ is monotone, σ′(−x) =
 * σ′(x) exactly, and all is the same on every machine. Method, bounds and references are
 * in the package's documentation.
 */
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

	/**
	 * Returns σ(x), correctly rounded.
	 * <p>
	 * Special cases: σ(±0) = ½; σ(∞) = 1 and σ(−∞) = 0; NaN gives NaN. From x = 37.43 up
	 * the nearest double is 1, from −745.14 down it is 0.
	 */
	public static double value(double x) {
		if (x >= NEARLY_HALF) {
			return (x < SATURATED) ? FastPath.rounded(Curve.RISE, x) : 1;
		}
		if (x <= -NEARLY_HALF) {
			return (x > -VANISHED) ? FastPath.rounded(Curve.FALL, -x) : 0;
		}
		return nearHalf(x);
	}

	/**
	 * Returns σ′(x), correctly rounded.
	 * <p>
	 * Special cases: σ′(±0) = ¼; σ′(±∞) = 0; NaN gives NaN. From |x| = 745.14 up the
	 * nearest double is 0.
	 */
	public static double derivative(double x) {
		double v = Math.abs(x);
		if (v > NEARLY_QUARTER) {
			return (v < VANISHED) ? FastPath.rounded(Curve.BELL, v) : 0;
		}
		return (v <= NEARLY_QUARTER) ? 0.25 : Double.NaN;
	}

	/**
	 * Returns the slope of σ between two points, (σ(to) − σ(from))/(to − from), within 1
	 * ulp; at equal points the derivative, correctly rounded. The order of the points
	 * does not matter.
	 * <p>
	 * Special cases: 0 if a point is infinite, NaN if one is NaN. See {@link Slope}.
	 */
	public static double slope(double from, double to) {
		return (from == to) ? derivative(from) : Slope.between(from, to, 1);
	}

	/**
	 * Writes y[i] = σ(x[i]) for 0 ≤ i &lt; n, the same bits as {@link #value} gives.
	 * @param x the abscissas
	 * @param y where the results go; not x
	 * @param n how many, at most the workspace's capacity
	 * @param workspace scratch, for one thread at a time
	 * @return how many of the values did not pass the rounding test of the fast path
	 */
	public static int values(double[] x, double[] y, int n, Workspace workspace) {
		return workspace.values(x, y, n);
	}

	/**
	 * Writes y[i] = σ′(x[i]) for 0 ≤ i &lt; n, the same bits as {@link #derivative}
	 * gives.
	 * @param x the abscissas
	 * @param y where the results go; not x
	 * @param n how many, at most the workspace's capacity
	 * @param workspace scratch, for one thread at a time
	 * @return how many of the values did not pass the rounding test of the fast path
	 */
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
