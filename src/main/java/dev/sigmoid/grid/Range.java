package dev.sigmoid.grid;

import java.math.BigDecimal;
import java.math.BigInteger;

import org.jspecify.annotations.Nullable;

/**
 * Evenly spaced points, exact in decimal: point i is the double nearest to the fraction
 * (first + i·increment) / denominator.
 *
 * <p>
 * The fractions are exact. Where numerators and denominator are integers below
 * 2<sup>53</sup>, doubles hold them exactly, and one division, which IEEE 754 rounds
 * correctly, gives the nearest double; else {@link Fraction} computes it with integers of
 * any length.
 */
public final class Range implements Grid {

	// every integer up to 2^53 = 9007199254740992 is a double
	private static final BigInteger EXACT_IN_DOUBLE = BigInteger.ONE.shiftLeft(53);

	private static final BigInteger FIFTEEN_DIGITS = BigInteger.TEN.pow(15);

	// 10^22 is the largest power of ten that is a double
	private static final int EXACT_POWER_OF_TEN = 22;

	private final BigInteger first;

	private final BigInteger increment;

	private final BigInteger denominator;

	private final long size;

	private final boolean exactInDouble;

	private final @Nullable Decimals decimals;

	private Range(BigInteger first, BigInteger increment, int scale, BigInteger divisor, long size) {
		this.first = first;
		this.increment = increment;
		this.denominator = BigInteger.TEN.pow(scale).multiply(divisor);
		this.size = size;
		BigInteger last = first.add(increment.multiply(BigInteger.valueOf(size - 1)));
		BigInteger largest = first.abs().max(last.abs()).max(increment.abs());
		boolean powerOfTen = divisor.equals(BigInteger.ONE) && scale <= EXACT_POWER_OF_TEN;
		this.exactInDouble = largest.compareTo(EXACT_IN_DOUBLE) < 0
				&& (powerOfTen || this.denominator.compareTo(EXACT_IN_DOUBLE) < 0);
		this.decimals = (powerOfTen && largest.compareTo(FIFTEEN_DIGITS) < 0)
				? new Decimals(first.longValueExact(), increment.longValueExact(), scale) : null;
	}

	/**
	 * The points start + i·step from {@code start} towards {@code stop}.
	 * @param start the first point
	 * @param stop where the range ends
	 * @param step the difference of neighbours, not 0; negative steps go down
	 * @param endpoint whether {@code stop} belongs to the range, if a step falls on it
	 * @param limit how many points there may be
	 * @throws InvalidGridException if {@code step} is 0 or no point lies in the range
	 * @throws TooManyPointsException if there are more than {@code limit} points
	 */
	public static Range ofStep(BigDecimal start, BigDecimal stop, BigDecimal step, boolean endpoint, long limit) {
		if (step.signum() == 0) {
			throw new InvalidGridException("step", "must not be 0");
		}
		int scale = scale(start, stop, step);
		BigInteger first = unscaled(start, scale);
		BigInteger increment = unscaled(step, scale);
		BigInteger span = unscaled(stop, scale).subtract(first);
		if (span.signum() * increment.signum() < 0) {
			throw new InvalidGridException("step", "must lead from start to stop: give step the other sign");
		}
		BigInteger[] steps = span.abs().divideAndRemainder(increment.abs());
		boolean stopFallsOnStep = steps[1].signum() == 0;
		BigInteger size = (stopFallsOnStep && !endpoint) ? steps[0] : steps[0].add(BigInteger.ONE);
		return new Range(first, increment, scale, BigInteger.ONE, checked(size, limit));
	}

	/**
	 * Evenly spaced points from {@code start} to {@code stop}.
	 * @param start the first point
	 * @param stop where the range ends
	 * @param count how many points, at least 1; of one point only {@code start} remains
	 * @param endpoint whether {@code stop} is the last of the points
	 * @param limit how many points there may be
	 * @throws InvalidGridException if {@code count} is less than 1 or no point lies in
	 * the range
	 * @throws TooManyPointsException if there are more than {@code limit} points
	 */
	public static Range ofCount(BigDecimal start, BigDecimal stop, BigInteger count, boolean endpoint, long limit) {
		if (count.signum() <= 0) {
			throw new InvalidGridException("count", "must be at least 1");
		}
		long size = checked(count, limit);
		int scale = scale(start, stop, BigDecimal.ZERO);
		BigInteger first = unscaled(start, scale);
		BigInteger span = unscaled(stop, scale).subtract(first);
		if (span.signum() == 0 && !endpoint) {
			throw emptyRange();
		}
		BigInteger intervals = BigInteger.valueOf(endpoint ? Math.max(size - 1, 1) : size);
		return ofFraction(first, span, scale, intervals, size);
	}

	/**
	 * The points (first + i·span/intervals)·10<sup>−scale</sup>: as decimals if the step
	 * is one, else over the divisor that is left.
	 */
	private static Range ofFraction(BigInteger first, BigInteger span, int scale, BigInteger intervals, long size) {
		BigInteger common = span.gcd(intervals);
		BigInteger divisor = intervals.divide(common);
		BigInteger increment = span.divide(common);
		int digits = 0;
		BigInteger factor = BigInteger.ONE;
		while (!factor.mod(divisor).equals(BigInteger.ZERO) && digits < EXACT_POWER_OF_TEN) {
			digits++;
			factor = factor.multiply(BigInteger.TEN);
		}
		if (factor.mod(divisor).equals(BigInteger.ZERO)) {
			return new Range(first.multiply(factor), increment.multiply(factor.divide(divisor)), scale + digits,
					BigInteger.ONE, size);
		}
		return new Range(first.multiply(divisor), increment, scale, divisor, size);
	}

	private static long checked(BigInteger size, long limit) {
		if (size.signum() == 0) {
			throw emptyRange();
		}
		if (size.compareTo(BigInteger.valueOf(limit)) > 0) {
			throw new TooManyPointsException(size, limit);
		}
		return size.longValueExact();
	}

	private static InvalidGridException emptyRange() {
		return new InvalidGridException("stop",
				"must differ from start, or no point lies in the range: give endpoint=true to take start itself");
	}

	private static int scale(BigDecimal a, BigDecimal b, BigDecimal c) {
		return Math.max(Math.max(a.scale(), b.scale()), Math.max(c.scale(), 0));
	}

	private static BigInteger unscaled(BigDecimal number, int scale) {
		return number.setScale(scale).unscaledValue();
	}

	@Override
	public long size() {
		return this.size;
	}

	@Override
	public void fill(long from, double[] target, int count) {
		if (this.exactInDouble) {
			fillExactly(from, target, count);
			return;
		}
		BigInteger numerator = this.first.add(this.increment.multiply(BigInteger.valueOf(from)));
		for (int i = 0; i < count; i++) {
			target[i] = Fraction.nearestDouble(numerator, this.denominator);
			numerator = numerator.add(this.increment);
		}
	}

	/** All but the quotient is exact: integers below 2^53. */
	private void fillExactly(long from, double[] target, int count) {
		double start = this.first.doubleValue() + from * this.increment.doubleValue();
		double step = this.increment.doubleValue();
		double divisor = this.denominator.doubleValue();
		for (int i = 0; i < count; i++) {
			target[i] = (start + i * step) / divisor;
		}
	}

	@Override
	public @Nullable Decimals decimals() {
		return this.decimals;
	}

}
