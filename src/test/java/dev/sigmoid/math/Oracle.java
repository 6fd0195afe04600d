package dev.sigmoid.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the answers are, in decimal intervals that grow until both ends round to one
 * double. It shares nothing with the kernel: W = e<sup>|x|</sup> =
 * e<sup>n</sup>·e<sup>f</sup> for an integer n, both by the plain series, everything
 * rounded outwards; a curve is monotone in W; {@link BigDecimal#doubleValue()} rounds
 * once, subnormal or not.
 */
final class Oracle {

	private static final int FIRST_DIGITS = 40;

	private static final BigDecimal LEAST = new BigDecimal(Double.MIN_VALUE);

	private static final Map<MathContext, BigDecimal> E = new HashMap<>();

	private Oracle() {
	}

	/** Returns the function at a finite x, correctly rounded. */
	static double at(Subject function, double x) {
		BigDecimal v = new BigDecimal(x).abs();
		if (x == 0) {
			return switch (function) {
				case SIGMOID -> 0.5;
				case SIGMOID_DERIVATIVE -> 0.25;
				case TANH -> x;
				case TANH_DERIVATIVE -> 1;
			};
		}
		return switch (function) {
			case SIGMOID -> rounded(v, (x > 0) ? Ends::rise : Ends::fall);
			case SIGMOID_DERIVATIVE -> rounded(v, Ends::bell);
			case TANH -> Math.copySign(rounded(v.add(v), Ends::tangent), x);
			case TANH_DERIVATIVE -> rounded(v.add(v), (w) -> w.bell().times(BigDecimal.valueOf(4)));
		};
	}

	/** Returns factor·σ's slope for from &lt; to, rounded down; see {@link Slope}. */
	static double slopeRoundedDown(double from, double to, int factor) {
		BigDecimal scale = BigDecimal.valueOf(factor);
		BigDecimal a = new BigDecimal(from);
		BigDecimal b = new BigDecimal(to);
		for (int digits = FIRST_DIGITS;; digits *= 2) {
			Ends difference = sigmoid(b.multiply(scale), digits).minus(sigmoid(a.multiply(scale), digits));
			Ends slope = difference.times(scale).over(b.subtract(a));
			if (slope.most.compareTo(LEAST) < 0) {
				return 0;
			}
			double below = roundedDown(slope.least);
			if (below == roundedDown(slope.most)) {
				return below;
			}
		}
	}

	/**
	 * Returns e<sup>v</sup>; for large v an interval that no result can tell from it.
	 */
	static Ends exponential(BigDecimal v, int digits) {
		MathContext down = new MathContext(digits, RoundingMode.FLOOR);
		MathContext up = new MathContext(digits, RoundingMode.CEILING);
		if (v.compareTo(BigDecimal.valueOf(3000)) > 0) {
			return new Ends(new BigDecimal("1e1302"), new BigDecimal("1e999999999"), digits);
		}
		int n = v.intValue();
		BigDecimal f = v.subtract(BigDecimal.valueOf(n));
		return new Ends(power(down, n).multiply(series(f, down), down), power(up, n).multiply(series(f, up), up),
				digits);
	}

	private static BigDecimal power(MathContext context, int n) {
		BigDecimal result = BigDecimal.ONE;
		BigDecimal square = E.computeIfAbsent(context, (it) -> series(BigDecimal.ONE, it));
		for (int i = n; i > 0; i /= 2) {
			if (i % 2 == 1) {
				result = result.multiply(square, context);
			}
			square = square.multiply(square, context);
		}
		return result;
	}

	/**
	 * Returns e<sup>f</sup>, 0 ≤ f ≤ 1, below or above the truth as the context rounds.
	 */
	private static BigDecimal series(BigDecimal f, MathContext context) {
		BigDecimal least = BigDecimal.ONE.movePointLeft(context.getPrecision() + 5);
		BigDecimal sum = BigDecimal.ONE;
		BigDecimal term = BigDecimal.ONE;
		for (int n = 1; term.compareTo(least) > 0; n++) {
			term = term.multiply(f, context).divide(BigDecimal.valueOf(n), context);
			sum = sum.add(term, context);
		}
		// what follows the last term is less than it, as f/n ≤ 1/2 from the second on
		return (context.getRoundingMode() == RoundingMode.CEILING) ? sum.add(least, context).add(term, context) : sum;
	}

	private static double rounded(BigDecimal v, UnaryOperator<Ends> curve) {
		for (int digits = FIRST_DIGITS;; digits *= 2) {
			Ends y = curve.apply(exponential(v, digits));
			double below = y.least.doubleValue();
			if (below == y.most.doubleValue()) {
				return below;
			}
		}
	}

	private static Ends sigmoid(BigDecimal x, int digits) {
		Ends w = exponential(x.abs(), digits);
		return (x.signum() >= 0) ? w.rise() : w.fall();
	}

	private static double roundedDown(BigDecimal x) {
		double nearest = x.doubleValue();
		return (new BigDecimal(nearest).compareTo(x) <= 0) ? nearest : Math.nextDown(nearest);
	}

	/** Two ends between which a positive number lies. */
	record Ends(BigDecimal least, BigDecimal most, int digits) {

		private MathContext down() {
			return new MathContext(this.digits, RoundingMode.FLOOR);
		}

		private MathContext up() {
			return new MathContext(this.digits, RoundingMode.CEILING);
		}

		private Ends plusOne() {
			return new Ends(this.least.add(BigDecimal.ONE, down()), this.most.add(BigDecimal.ONE, up()), this.digits);
		}

		private Ends reciprocal() {
			return new Ends(BigDecimal.ONE.divide(this.most, down()), BigDecimal.ONE.divide(this.least, up()),
					this.digits);
		}

		/** 1/(1 + W). */
		Ends fall() {
			return plusOne().reciprocal();
		}

		/** 1 − 1/(1 + W). */
		Ends rise() {
			Ends rest = fall();
			return new Ends(BigDecimal.ONE.subtract(rest.most, down()), BigDecimal.ONE.subtract(rest.least, up()),
					this.digits);
		}

		/** (1 − s)·s with s = 1/(1 + W). */
		Ends bell() {
			Ends a = rise();
			Ends b = fall();
			return new Ends(a.least.multiply(b.least, down()), a.most.multiply(b.most, up()), this.digits);
		}

		/** 1 − 2/(1 + W). */
		Ends tangent() {
			Ends rest = fall().times(BigDecimal.TWO);
			return new Ends(BigDecimal.ONE.subtract(rest.most, down()), BigDecimal.ONE.subtract(rest.least, up()),
					this.digits);
		}

		Ends times(BigDecimal factor) {
			return new Ends(this.least.multiply(factor, down()), this.most.multiply(factor, up()), this.digits);
		}

		Ends over(BigDecimal divisor) {
			return new Ends(this.least.divide(divisor, down()), this.most.divide(divisor, up()), this.digits);
		}

		Ends minus(Ends that) {
			return new Ends(this.least.subtract(that.most, down()), this.most.subtract(that.least, up()), this.digits);
		}

	}

}
