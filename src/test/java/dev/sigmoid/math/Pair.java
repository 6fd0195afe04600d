package dev.sigmoid.math;

import java.math.BigDecimal;

/**
 * A sum of two doubles whose operations are off by about 2⁻¹⁰⁴, to measure the fast path
 * by; the sums and products are written here anew.
 *
 * @param high the sum, rounded
 * @param low the rest
 */
record Pair(double high, double low) {

	private static final int HALVINGS = 10;

	private static final int TERMS = 18;

	/** 1/n!. */
	private static final Pair[] COEFFICIENTS = coefficients();

	static Pair of(double x) {
		return new Pair(x, 0);
	}

	/** Returns e<sup>v</sup> − 1 for 0 &lt; v ≤ 40, off by less than 2⁻⁹⁰ of it. */
	static Pair expm1(double v) {
		Pair y = of(Math.scalb(v, -HALVINGS));
		Pair sum = COEFFICIENTS[TERMS];
		for (int n = TERMS - 1; n > 0; n--) {
			sum = sum.times(y).plus(COEFFICIENTS[n]);
		}
		Pair q = sum.times(y);
		for (int i = 0; i < HALVINGS; i++) {
			q = q.times(q.plus(of(2)));
		}
		return q;
	}

	Pair plus(Pair that) {
		double s = this.high + that.high;
		double part = s - this.high;
		double rest = (this.high - (s - part)) + (that.high - part);
		double t = this.low + that.low;
		part = t - this.low;
		double restOfLow = (this.low - (t - part)) + (that.low - part);
		Pair sum = normalized(s, rest + t);
		return normalized(sum.high, sum.low + restOfLow);
	}

	Pair minus(Pair that) {
		return plus(new Pair(-that.high, -that.low));
	}

	Pair times(Pair that) {
		double p = this.high * that.high;
		return normalized(p, Math.fma(this.high, that.high, -p) + (this.high * that.low + this.low * that.high));
	}

	Pair over(Pair that) {
		double first = this.high / that.high;
		Pair rest = minus(that.times(of(first)));
		double second = rest.high / that.high;
		double third = rest.minus(that.times(of(second))).high / that.high;
		return normalized(first, second).plus(of(third));
	}

	BigDecimal exactly() {
		return new BigDecimal(this.high).add(new BigDecimal(this.low));
	}

	private static Pair normalized(double a, double b) {
		double s = a + b;
		return new Pair(s, b - (s - a));
	}

	private static Pair[] coefficients() {
		Pair[] coefficients = new Pair[TERMS + 1];
		coefficients[0] = of(1);
		for (int n = 1; n <= TERMS; n++) {
			coefficients[n] = coefficients[n - 1].over(of(n));
		}
		return coefficients;
	}

}
