package dev.sigmoid.math;

/**
 * The fast path: a curve in double-double arithmetic, as an unevaluated sum high + low.
 * <p>
 * <b>Method.</b> With v = k·ln 2 + r and the even function C(r) = r·coth(r/2) = 2 + r²/6
 * − r⁴/360 + …, <pre>e<sup>v</sup> = 2<sup>k</sup>·P/M,   P = C + r,   M = C − r,</pre>
 * so that no curve needs more than one division, and an error in C weighs little: ln(P/M)
 * changes by 2r/(C² − r²) ≤ 0.1752 times as much, as |r| ≤ 0.34658.
 * <p>
 * Each step is one expression with one result, shared by the scalar form below and the
 * loops of {@link Workspace}; where a sum or product has a high and a low part, two
 * methods return them, and the compiler finds what they have in common.
 * <p>
 * <b>Bounds</b> are absolute errors, with u = 2⁻⁵³; they add up in the package's
 * documentation.
 */
final class FastPath {

	/** 1/ln 2, rounded; |k·ln 2 − v| ≤ ½ ln 2 + 2u·|v| ≤ 0.34658 for |v| ≤ 1500. */
	static final double LOG2_E = 0x1.71547652b82fep0; // 1.4426950408889634

	/** The first 42 bits of ln 2: a product with |k| < 2¹¹ is exact. */
	static final double LN2_HIGH = 0x1.62e42fefa38p-1; // 0.6931471805598903

	/** ln 2 − LN2_HIGH, rounded; off by less than 2⁻¹⁰². */
	static final double LN2_LOW = 0x1.ef35793c7673p-45; // 5.497923018708371e-14

	/** ⅙, the coefficient of r² in C; with its round-off the error is below 2⁻¹¹¹. */
	static final double SIXTH = 0x1.5555555555555p-3; // 0.16666666666666666

	/** ⅙ − SIXTH, rounded. */
	static final double SIXTH_LOW = 0x1.5555555555555p-57; // 9.25185853854297e-18

	/*
	 * 2B₂ₙ/(2n)! for n = 2 … 8, rounded, the coefficients of r²ⁿ in C. The term n = 9
	 * that is left out is below 1.72e−14 · 0.34658¹⁸ < 2⁻⁷³, and the series alternates.
	 */
	static final double C2 = -0x1.6c16c16c16c17p-9; // -0.002777777777777778

	static final double C3 = 0x1.1566abc011567p-14; // 6.613756613756614e-05

	static final double C4 = -0x1.bbd779334ef0bp-20; // -1.6534391534391535e-06

	static final double C5 = 0x1.66a8f2bf70ebep-25; // 4.17535139757362e-08

	static final double C6 = -0x1.22805d644267fp-30; // -1.0568380277374986e-09

	static final double C7 = 0x1.d6db2c4e09162p-36; // 2.6765073061369358e-11

	static final double C8 = -0x1.7da4e1f79955cp-41; // -6.779360592645165e-13

	/*
	 * (ln 2/512)ⁿ/n! for n = 1 … 4, rounded: see power.
	 */
	static final double E1 = 0x1.62e42fefa39efp-10; // 0.0013538030870311431

	static final double E2 = 0x1.ebfbdff82c58fp-21; // 9.163913992275266e-07

	static final double E3 = 0x1.c6b08d704a0cp-32; // 4.135378350676714e-10

	static final double E4 = 0x1.3b2ab6fba4e77p-43; // 1.399621994296973e-13

	/** The largest |k| for which {@link #power} is tried. */
	static final int MAX_POWER = 370;

	/**
	 * The relative error of the fast path, of every curve, is below this; proved 2⁻⁶⁵·⁴,
	 * and observed 2⁻⁶⁷.
	 */
	static final double RELATIVE_ERROR = 0x1p-65; // 2.710505431213761e-20

	/**
	 * Added to it for tanh near zero, where P − M cancels: P and M are each off by less
	 * than 2⁻¹⁰² and the denominator is above 3.9, so tanh by less than 2⁻¹⁰².
	 */
	static final double ABSOLUTE_ERROR = 0x1p-100; // 7.888609052210118e-31

	/** From here 2<sup>−k</sup> changes 1 ± 2<sup>−k</sup> by less than 2⁻¹⁹⁸. */
	static final double NEGLIGIBLE_POWER = 200;

	/** The largest k for which 2<sup>−k</sup>·0.7 is certainly a normal double. */
	private static final int LEAST_NORMAL = 1021;

	private FastPath() {
	}

	/** Returns k, the integer nearest to v/ln 2, but for a round-off: see LOG2_E. */
	static double multiple(double v) {
		return Math.rint(v * LOG2_E);
	}

	/**
	 * Returns r = v − k·ln 2, rounded; see {@link #remainderLow}. If k = 0, this is v.
	 */
	static double remainder(double v, double k) {
		return Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, v));
	}

	/**
	 * Returns the round-off of {@link #remainder}; the sum of both is off by less than
	 * 2⁻⁸⁵.
	 * <p>
	 * The inner fma is exact: for k ≠ 0 both v and k·LN2_HIGH are multiples of 2⁻⁵⁴, and
	 * their difference is below ½. Call it s. Then s − r is exact by Sterbenz's lemma if
	 * |s| ≥ 2|k·LN2_LOW|; else it is below 2⁻³³ and off by less than 2⁻⁸⁶. The outer fma
	 * rounds a number below 2⁻³³, mostly below 2⁻⁵⁴, and ln 2's own last part contributes
	 * |k|·2⁻¹⁰² < 2⁻⁹¹.
	 */
	static double remainderLow(double v, double k, double r) {
		return Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, v) - r);
	}

	/**
	 * Returns 2<sup>k</sup> for integers |k| ≤ {@link #MAX_POWER}, by arithmetic alone so
	 * that a loop over it is vectorized.
	 * <p>
	 * Four terms of e<sup>y</sup>, y = k·ln 2/512, |y| ≤ 0.501, are off by 2.9e−4 of it
	 * at most; nine squarings give 2<sup>k</sup>·(1 ± 0.16), and Veltkamp's splitting
	 * rounds it to one bit, which any factor from ¾ to 1½ survives. A test tries every k.
	 */
	static double power(double k) {
		double p = Math.fma(k, Math.fma(k, Math.fma(k, Math.fma(k, E4, E3), E2), E1), 1.0);
		p *= p;
		p *= p;
		p *= p;
		p *= p;
		p *= p;
		p *= p;
		p *= p;
		p *= p;
		p *= p;
		double split = p * 0x1.0000000000001p52; // 2⁵² + 1
		return split - (split - p);
	}

	/**
	 * Returns the terms r⁴, r⁶ … r¹⁶ of C, off by less than 2⁻⁶⁴·⁷.
	 * <p>
	 * The value is at most r⁴/360 < 2⁻¹⁴·⁶. Its relative error is u(1 + 0.4) of the outer
	 * fma and C2, 0.1u of what is inside, and 2u of the two products: 2⁻⁶⁵·⁸ in all. To
	 * take r·r rounded and r without its low part, together less than 2⁻⁵⁵ off, costs
	 * 2⁻⁵⁵·r²/180 < 2⁻⁶⁵·⁵; the series ends 2⁻⁷³ short.
	 */
	static double tail(double r) {
		double z = r * r;
		double p = Math.fma(z, C8, C7);
		p = Math.fma(z, p, C6);
		p = Math.fma(z, p, C5);
		p = Math.fma(z, p, C4);
		p = Math.fma(z, p, C3);
		p = Math.fma(z, p, C2);
		return z * z * p;
	}

	/** Returns C, rounded: 2 + (SIXTH·r² + tail). */
	static double even(double r, double tail) {
		return 2 + (r * r * SIXTH + tail);
	}

	/**
	 * Returns the round-off of {@link #even}; the sum of both is off by what the tail is,
	 * and less than 2⁻¹⁰³ of its own.
	 */
	static double evenLow(double r, double rLow, double tail) {
		double z = r * r; // < 0.1202
		double zLow = Math.fma(2 * r, rLow, Math.fma(r, r, -z)); // < 2⁻⁵⁵, off by 2⁻¹⁰⁷
		double a = z * SIXTH;
		// below 2⁻⁵⁷
		double aLow = Math.fma(zLow, SIXTH, Math.fma(z, SIXTH_LOW, Math.fma(z, SIXTH, -a)));
		double b = a + tail; // |tail| < a: exact with the next line
		double bLow = ((a - b) + tail) + aLow; // < 2⁻⁵⁶, off by 2⁻¹⁰⁹
		double c = 2 + b;
		return ((2 - c) + b) + bLow; // < 2⁻⁵¹, off by 2⁻¹⁰⁴
	}

	/** Returns the round-off of sum = a + b, exactly if |a| ≥ |b| (Dekker's Fast2Sum). */
	static double quickSumLow(double a, double b, double sum) {
		return (a - sum) + b;
	}

	/** Returns the round-off of sum = a + b, exactly (Knuth's 2Sum). */
	static double sumLow(double a, double b, double sum) {
		double bVirtual = sum - a;
		return (a - (sum - bVirtual)) + (b - bVirtual);
	}

	/** Returns the rounding test's half width for a result near {@code high}. */
	static double margin(double high, double absoluteError) {
		return Math.fma(RELATIVE_ERROR, Math.abs(high), absoluteError);
	}

	/**
	 * Returns a curve at v, correctly rounded; 2⁻²⁷ ≤ v ≤ 748, and v ≤ 40 for the curves
	 * that saturate.
	 */
	static double rounded(Curve curve, double v) {
		double k = multiple(v);
		double r = remainder(v, k);
		double rLow = remainderLow(v, k, r);
		double tail = tail(r);
		double c = even(r, tail);
		double cLow = evenLow(r, rLow, tail);
		// e⁻ᵛ = t·m/p; all four sums below are off by 2⁻¹⁰² at most, beside what C is off
		double p = c + r;
		double pLow = quickSumLow(c, r, p) + (cLow + rLow);
		double m = c - r;
		double mLow = quickSumLow(c, -r, m) + (cLow - rLow);
		double t = powerOfTwo(-(int) Math.min(k, NEGLIGIBLE_POWER));
		double tm = t * m; // ≤ p: if k = 0 then r ≥ 0, and if k ≥ 1 then tm < 1.2
		double tmLow = t * mLow;
		double d = p + tm;
		double dLow = quickSumLow(p, tm, d) + (pLow + tmLow);
		double n;
		double nLow;
		int exponent;
		switch (curve) {
			case RISE -> {
				n = p;
				nLow = pLow;
				exponent = 0;
			}
			case TANGENT -> {
				n = p - tm;
				nLow = quickSumLow(p, -tm, n) + (pLow - tmLow);
				exponent = 0;
			}
			case FALL -> {
				n = m;
				nLow = mLow;
				exponent = -(int) k;
			}
			case BELL, TANGENT_BELL -> {
				n = p * m;
				nLow = productLow(p, pLow, m, mLow, n);
				double square = d * d;
				dLow = productLow(d, dLow, d, dLow, square);
				d = square;
				exponent = ((curve == Curve.BELL) ? 0 : 2) - (int) k;
			}
			default -> throw new AssertionError(curve);
		}
		double inverse = 1 / d;
		double high = n * inverse;
		double low = quotientLow(n, nLow, d, dLow, inverse, high);
		return rounded(curve, v, high, low, exponent);
	}

	/**
	 * Returns the low part of the product of a + aLow and b + bLow whose high part is
	 * product = a·b, rounded; both together are off by 2⁻¹⁰¹ of the product at most, as
	 * each low part is below 2⁻⁵¹ of its high part.
	 */
	static double productLow(double a, double aLow, double b, double bLow, double product) {
		return Math.fma(a, b, -product) + Math.fma(a, bLow, aLow * b);
	}

	/**
	 * Returns the low part of the quotient of n + nLow and d + dLow, whose high part is
	 * {@code quotient} = n · {@code inverse}, each rounded. It is below 2⁻⁴⁹ of the
	 * quotient, and both together are off by less than 2⁻⁹⁸ of it.
	 */
	static double quotientLow(double n, double nLow, double d, double dLow, double inverse, double quotient) {
		return (Math.fma(-quotient, d, n) + Math.fma(-quotient, dLow, nLow)) * inverse;
	}

	/** The rounding test: if both ends of what the truth may be round alike, done. */
	private static double rounded(Curve curve, double v, double high, double low, int exponent) {
		if (exponent < -LEAST_NORMAL) {
			return roundedToSubnormal(curve, v, high, low, exponent);
		}
		double margin = margin(high, ABSOLUTE_ERROR);
		double scale = powerOfTwo(exponent);
		double below = high + (low - margin);
		double above = high + (low + margin);
		if (below == above) {
			return below * scale;
		}
		return ColdPath.nearer(curve, v, below * scale, above * scale);
	}

	/**
	 * Rounds (high + low)·2<sup>exponent</sup> once, to a multiple of 2⁻¹⁰⁷⁴. Scaled by
	 * 2¹⁰⁷⁴, high is below 2⁵³: its integer and its fraction part exactly. The sign of
	 * the sum that is compared with 0 is exact, but for the round-off of low − margin,
	 * which is below 2⁻¹⁰¹ of high.
	 */
	private static double roundedToSubnormal(Curve curve, double v, double high, double low, int exponent) {
		double scale = powerOfTwo(exponent + 1074);
		double scaled = (high + low) * scale;
		double rest = quickSumLow(high, low, high + low) * scale;
		double integer = Math.floor(scaled);
		double beyondMidpoint = (scaled - integer) - 0.5;
		double margin = margin(scaled, ABSOLUTE_ERROR);
		double below = integer + ((beyondMidpoint + (rest - margin) > 0) ? 1 : 0);
		double above = integer + ((beyondMidpoint + (rest + margin) > 0) ? 1 : 0);
		if (below == above) {
			return below * Double.MIN_VALUE;
		}
		return ColdPath.nearer(curve, v, below * Double.MIN_VALUE, above * Double.MIN_VALUE);
	}

	/** Returns 2<sup>exponent</sup>, for exponents of normal doubles. */
	private static double powerOfTwo(int exponent) {
		return Double.longBitsToDouble((exponent + 1023L) << 52);
	}

}
