package dev.sigmoid.math;

/**
 * Slopes between two points, in double-double arithmetic.
 * <p>
 * For a &lt; b, with g = b − a, which two doubles hold exactly,
 * <pre>(σ(b) − σ(a))/g = σ(b)·σ(−a)·(1 − e<sup>−g</sup>)/g,</pre> where nothing cancels;
 * and as tanh(x) = 2σ(2x) − 1, its slope is 2σ(2b)·σ(−2a)·(1 − e<sup>−2g</sup>)/g.
 * <p>
 * <b>Accuracy.</b> The three factors are each off by less than 2⁻⁶⁵ of themselves (see
 * {@link FastPath}); their product is rounded once, or, when the result is subnormal,
 * twice: within 0.51 ulp of a normal truth and within 1 ulp of a subnormal one.
 */
final class Slope {

	/** Beyond, σ(−x) is below 2⁻²⁰¹⁹ and σ(x) is 1 but for that: no slope can tell. */
	static final double FAR = 1400;

	/** Beyond, 1 − e<sup>−g</sup> is 1 but for 2⁻¹⁰⁰. */
	static final double WIDE = 70;

	/** From here the difference of two doubles might overflow. */
	static final double HUGE = 0x1p1000; // 1.0715086071862673e+301

	private Slope() {
	}

	/**
	 * Returns the slope of factor·σ(factor·x) between two different points; factor is 1
	 * or 2. An infinite point makes the slope 0.
	 */
	static double between(double from, double to, double factor) {
		if (Double.isInfinite(from) || Double.isInfinite(to)) {
			return (Double.isNaN(from) || Double.isNaN(to)) ? Double.NaN : 0;
		}
		double a = Math.min(from, to);
		double b = Math.max(from, to);
		// Beside a huge number, what 2⁻⁶⁴ takes from a small one is nothing.
		boolean huge = b >= HUGE || a <= -HUGE;
		DoubleDouble gap = huge ? DoubleDouble.sum(0x1p-64 * b, -0x1p-64 * a) : DoubleDouble.sum(b, -a);
		int exponent = huge ? -64 : 0;
		DoubleDouble mean;
		if (huge || factor * gap.high() > WIDE) {
			int e = Math.getExponent(gap.high());
			mean = new DoubleDouble(factor, 0).over(scaled(gap, -e));
			exponent -= e;
		}
		else {
			mean = meanDecay(gap, factor);
		}
		Exponential up = Exponential.of(Math.min(factor * Math.abs(b), FAR));
		Exponential down = Exponential.of(Math.min(factor * Math.abs(a), FAR));
		DoubleDouble product = up.sigmoid(b >= 0).times(down.sigmoid(a <= 0)).times(mean);
		exponent += ((b >= 0) ? 0 : -up.k) + ((a <= 0) ? 0 : -down.k);
		return Math.scalb(product.high() + product.low(), exponent);
	}

	/** Returns (1 − e<sup>−factor·gap</sup>)·factor/(factor·gap). */
	private static DoubleDouble meanDecay(DoubleDouble gap, double factor) {
		Exponential decay = Exponential.of(gap.times(factor));
		// If k = 0 then r = factor·gap, P − M = 2r, and the gap cancels exactly.
		if (decay.k == 0) {
			return new DoubleDouble(2 * factor * factor, 0).over(decay.p);
		}
		return decay.p.plus(decay.scaledM.times(-1)).times(factor).over(decay.p.times(gap));
	}

	private static DoubleDouble scaled(DoubleDouble x, int exponent) {
		return new DoubleDouble(Math.scalb(x.high(), exponent), Math.scalb(x.low(), exponent));
	}

	/**
	 * e<sup>−v</sup> = 2<sup>−k</sup>·M/P, as in {@link FastPath#rounded}.
	 *
	 * @param p P
	 * @param m M
	 * @param scaledM 2<sup>−k</sup>·M
	 * @param k k
	 */
	private record Exponential(DoubleDouble p, DoubleDouble m, DoubleDouble scaledM, int k) {

		static Exponential of(double v) {
			return of(new DoubleDouble(v, 0));
		}

		static Exponential of(DoubleDouble v) {
			double k = FastPath.multiple(v.high());
			double remainder = FastPath.remainder(v.high(), k);
			DoubleDouble r = DoubleDouble.sum(remainder, FastPath.remainderLow(v.high(), k, remainder) + v.low());
			double tail = FastPath.tail(r.high());
			DoubleDouble c = new DoubleDouble(FastPath.even(r.high(), tail), FastPath.evenLow(r.high(), r.low(), tail));
			DoubleDouble m = c.plus(r.times(-1));
			double t = Math.scalb(1.0, -(int) Math.min(k, 200));
			return new Exponential(c.plus(r), m, m.times(t), (int) k);
		}

		/** Returns σ(v), or σ(−v)·2<sup>k</sup>. */
		DoubleDouble sigmoid(boolean rising) {
			return (rising ? this.p : this.m).over(this.p.plus(this.scaledM));
		}

	}

}
