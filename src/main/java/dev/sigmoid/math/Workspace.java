package dev.sigmoid.math;

import static dev.sigmoid.math.FastPath.quickSumLow;

/**
 * The scratch of the block forms, made once and used for block after block by one thread
 * at a time; and the block forms themselves, {@link FastPath} as a row of small loops.
 * <p>
 * Here v = factor·x has either sign, e<sup>v</sup> = t·P/M with t = 2<sup>k</sup>, and
 * the curves are σ(v) = tP/(tP + M), tanh(v/2) = (tP − M)/(tP + M), σ′(v) = tP·M/(tP +
 * M)²: the same sums with the same bounds, but which addend is larger is not known (2Sum
 * instead of Fast2Sum).
 * <p>
 * What is left to the scalar forms (NaN, |v| from 256 up) fails the rounding test by
 * arithmetic: factor·OVERFLOW·x is infinite there, and ∞·0 makes the margin NaN.
 */
public final class Workspace {

	/** The largest number of values in a block. */
	public static final int CAPACITY = 512;

	/**
	 * What the arrays are longer than a block, so that no two of them lie a multiple of
	 * 4096 bytes apart: a load whose address agrees with a store's in the low twelve bits
	 * waits for it.
	 */
	private static final int STAGGER = 24;

	/** |v| from which the rounding test is made to fail; |k| ≤ 370 below it. */
	static final double REACH = 256;

	/** Times REACH this is infinite, times the double below REACH it is not. */
	static final double OVERFLOW = 0x1p1016; // 7.022238808055922e305

	/** |x| beyond which no function is in its special range near 0. */
	private static final double NEAR_ZERO = Logistic.NEARLY_HALF;

	private final double[] r;

	private final double[] rLow;

	private final double[] t;

	private final double[] c;

	private final double[] cLow;

	private final double[] p;

	private final double[] pLow;

	private final double[] d;

	private final double[] dLow;

	private final double[] above;

	/**
	 * Creates the scratch for blocks of up to so many values.
	 * @param capacity 1 to {@link #CAPACITY}
	 */
	public Workspace(int capacity) {
		if (capacity < 1 || capacity > CAPACITY) {
			throw new IllegalArgumentException("a block holds 1 to " + CAPACITY + " values, not " + capacity);
		}
		int length = capacity + STAGGER;
		this.r = new double[length];
		this.rLow = new double[length];
		this.t = new double[length];
		this.c = new double[length];
		this.cLow = new double[length];
		this.p = new double[length];
		this.pLow = new double[length];
		this.d = new double[length];
		this.dLow = new double[length];
		this.above = new double[length];
	}

	/** σ. */
	int values(double[] x, double[] y, int n) {
		exponentials(x, 1, n);
		sums(this.c, this.cLow, this.p, this.pLow, this.d, this.dLow, n);
		quotients(x, this.p, this.pLow, this.d, this.dLow, OVERFLOW, 0, y, this.above, n);
		return settled(Curve.RISE, x, y, n);
	}

	/** σ′ if factor is 1, tanh′ if factor is 2. */
	int derivatives(double[] x, double[] y, int n, double factor) {
		exponentials(x, factor, n);
		sums(this.c, this.cLow, this.p, this.pLow, this.d, this.dLow, n);
		products(this.c, this.cLow, this.p, this.pLow, factor * factor, this.r, this.rLow, n);
		squares(this.d, this.dLow, this.c, this.cLow, n);
		quotients(x, this.r, this.rLow, this.c, this.cLow, factor * OVERFLOW, 0, y, this.above, n);
		return settled((factor == 1) ? Curve.BELL : Curve.TANGENT_BELL, x, y, n);
	}

	/** The hyperbolic tangent. */
	int tangents(double[] x, double[] y, int n) {
		exponentials(x, 2, n);
		sums(this.c, this.cLow, this.p, this.pLow, this.d, this.dLow, n);
		differences(this.c, this.cLow, this.p, this.pLow, this.r, this.rLow, n);
		quotients(x, this.r, this.rLow, this.d, this.dLow, 2 * OVERFLOW, FastPath.ABSOLUTE_ERROR, y, this.above, n);
		return settled(Curve.TANGENT, x, y, n);
	}

	/** Leaves tP in p and pLow, M in c and cLow. */
	private void exponentials(double[] x, double factor, int n) {
		remainders(x, factor, this.t, this.r, this.rLow, n);
		powers(this.t, this.t, n);
		tails(this.r, this.d, n);
		evens(this.r, this.rLow, this.d, this.c, this.cLow, n);
		numerators(this.r, this.rLow, this.c, this.cLow, this.t, this.p, this.pLow, n);
		denominators(this.r, this.rLow, this.c, this.cLow, n);
	}

	/** Writes k, r and its round-off. */
	private static void remainders(double[] x, double factor, double[] k, double[] r, double[] rLow, int n) {
		for (int i = 0; i < n; i++) {
			double v = factor * x[i];
			double multiple = FastPath.multiple(v);
			double remainder = FastPath.remainder(v, multiple);
			r[i] = remainder;
			rLow[i] = FastPath.remainderLow(v, multiple, remainder);
			k[i] = multiple;
		}
	}

	/** Writes t = 2<sup>k</sup>. */
	private static void powers(double[] k, double[] t, int n) {
		for (int i = 0; i < n; i++) {
			t[i] = FastPath.power(k[i]);
		}
	}

	/** Writes the terms of C from r⁴ on. */
	private static void tails(double[] r, double[] tail, int n) {
		for (int i = 0; i < n; i++) {
			tail[i] = FastPath.tail(r[i]);
		}
	}

	/** Writes C. */
	private static void evens(double[] r, double[] rLow, double[] tail, double[] c, double[] cLow, int n) {
		for (int i = 0; i < n; i++) {
			c[i] = FastPath.even(r[i], tail[i]);
			cLow[i] = FastPath.evenLow(r[i], rLow[i], tail[i]);
		}
	}

	/** Writes t·(C + r). */
	private static void numerators(double[] r, double[] rLow, double[] c, double[] cLow, double[] t, double[] p,
			double[] pLow, int n) {
		for (int i = 0; i < n; i++) {
			double sum = c[i] + r[i];
			p[i] = t[i] * sum;
			pLow[i] = t[i] * (quickSumLow(c[i], r[i], sum) + (cLow[i] + rLow[i]));
		}
	}

	/** Turns C into C − r. */
	private static void denominators(double[] r, double[] rLow, double[] c, double[] cLow, int n) {
		for (int i = 0; i < n; i++) {
			double difference = c[i] - r[i];
			cLow[i] = quickSumLow(c[i], -r[i], difference) + (cLow[i] - rLow[i]);
			c[i] = difference;
		}
	}

	/** Writes a + b. */
	private static void sums(double[] a, double[] aLow, double[] b, double[] bLow, double[] s, double[] sLow, int n) {
		for (int i = 0; i < n; i++) {
			double sum = a[i] + b[i];
			s[i] = sum;
			sLow[i] = FastPath.sumLow(a[i], b[i], sum) + (aLow[i] + bLow[i]);
		}
	}

	/** Writes b − a. */
	private static void differences(double[] a, double[] aLow, double[] b, double[] bLow, double[] s, double[] sLow,
			int n) {
		for (int i = 0; i < n; i++) {
			double sum = b[i] - a[i];
			s[i] = sum;
			sLow[i] = FastPath.sumLow(b[i], -a[i], sum) + (bLow[i] - aLow[i]);
		}
	}

	/** Writes gain·a·b; the gain is a power of two. */
	private static void products(double[] a, double[] aLow, double[] b, double[] bLow, double gain, double[] s,
			double[] sLow, int n) {
		for (int i = 0; i < n; i++) {
			double product = a[i] * b[i];
			s[i] = gain * product;
			sLow[i] = gain * FastPath.productLow(a[i], aLow[i], b[i], bLow[i], product);
		}
	}

	/** Writes a². */
	private static void squares(double[] a, double[] aLow, double[] s, double[] sLow, int n) {
		for (int i = 0; i < n; i++) {
			double square = a[i] * a[i];
			s[i] = square;
			sLow[i] = FastPath.productLow(a[i], aLow[i], a[i], aLow[i], square);
		}
	}

	/** Writes both ends of the rounding test of a/b. */
	private static void quotients(double[] x, double[] a, double[] aLow, double[] b, double[] bLow, double overflow,
			double absoluteError, double[] below, double[] above, int n) {
		for (int i = 0; i < n; i++) {
			double inverse = 1 / b[i];
			double high = a[i] * inverse;
			double low = FastPath.quotientLow(a[i], aLow[i], b[i], bLow[i], inverse, high);
			double margin = FastPath.margin(high, absoluteError) + (overflow * x[i]) * 0.0;
			below[i] = high + (low - margin);
			above[i] = high + (low + margin);
		}
	}

	/** Takes the values whose ends differ (or are NaN) elsewhere and counts them. */
	private int settled(Curve curve, double[] x, double[] y, int n) {
		int cold = 0;
		for (int i = 0; i < n; i++) {
			if (y[i] != this.above[i]) {
				y[i] = settled(curve, x[i], y[i], this.above[i]);
				cold++;
			}
		}
		return cold;
	}

	/**
	 * Returns the function at x, between two ends that are neighbours if x is ordinary.
	 */
	private static double settled(Curve curve, double x, double below, double above) {
		double v = Math.abs(x);
		if (v > NEAR_ZERO && v < REACH / 2) {
			return switch (curve) {
				case RISE -> ColdPath.nearer((x > 0) ? Curve.RISE : Curve.FALL, v, below, above);
				case BELL -> ColdPath.nearer(Curve.BELL, v, below, above);
				case TANGENT_BELL -> ColdPath.nearer(Curve.TANGENT_BELL, 2 * v, below, above);
				default -> (x > 0) ? ColdPath.nearer(curve, 2 * v, below, above)
						: -ColdPath.nearer(curve, 2 * v, -above, -below);
			};
		}
		return switch (curve) {
			case RISE -> Logistic.value(x);
			case BELL -> Logistic.derivative(x);
			case TANGENT_BELL -> HyperbolicTangent.derivative(x);
			default -> HyperbolicTangent.value(x);
		};
	}

}
