package dev.sigmoid.grid;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ranges against fractions computed another way: a quotient of 900 digits and a digit
 * that says whether it goes on, read as a decimal by the JDK. No midpoint of two doubles
 * has more than 770 digits, so that decimal lies on the same side of all of them as the
 * fraction.
 */
class RandomRangeTests {

	private static final MathContext LONGER_THAN_ANY_MIDPOINT = new MathContext(900, RoundingMode.DOWN);

	private static final int RANGES = 1000;

	private static final int MOST_POINTS = 400;

	private static final int CHECKED_A_RANGE = 20;

	@RepeatedTest(4)
	void thousandsOfRangesHaveTheExactSizeAndTheNearestPoints(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		for (int i = 0; i < RANGES; i++) {
			int digits = 1 + random.nextInt(30);
			int exponent = exponent(random);
			BigDecimal start = decimal(random, digits, exponent);
			if (random.nextBoolean()) {
				checkSteps(random, start, decimal(random, 1 + random.nextInt(30), exponent - random.nextInt(3)));
			}
			else {
				checkCount(random, start, decimal(random, digits, exponent));
			}
		}
	}

	private static void checkSteps(Random random, BigDecimal start, BigDecimal step) {
		int size = 1 + random.nextInt(MOST_POINTS);
		boolean endpoint = random.nextBoolean();
		boolean exact = random.nextBoolean();
		// stop on a step, or somewhere before the next one
		BigDecimal steps = exact ? BigDecimal.valueOf(endpoint ? size - 1 : size) : new BigDecimal(size - 1 + ".37");
		Range range = Range.ofStep(start, start.add(step.multiply(steps)), step, endpoint, MOST_POINTS);
		assertThat(range.size()).isEqualTo(size);
		check(random, range, start, step, BigInteger.ONE);
	}

	private static void checkCount(Random random, BigDecimal start, BigDecimal stop) {
		int count = 2 + random.nextInt(MOST_POINTS - 1);
		boolean endpoint = random.nextBoolean();
		if (start.compareTo(stop) == 0) {
			return;
		}
		Range range = Range.ofCount(start, stop, BigInteger.valueOf(count), endpoint, MOST_POINTS);
		assertThat(range.size()).isEqualTo(count);
		check(random, range, start, stop.subtract(start), BigInteger.valueOf(endpoint ? count - 1 : count));
	}

	private static void check(Random random, Range range, BigDecimal start, BigDecimal span, BigInteger intervals) {
		double[] points = new double[(int) range.size()];
		range.fill(0, points, points.length);
		for (int k = 0; k < CHECKED_A_RANGE; k++) {
			int i = random.nextInt(points.length);
			BigDecimal numerator = start.multiply(new BigDecimal(intervals)).add(span.multiply(BigDecimal.valueOf(i)));
			assertThat(points[i]).as("point %d from %s by %s/%s", i, start, span, intervals)
				.isEqualTo(nearest(numerator, new BigDecimal(intervals)));
		}
	}

	private static double nearest(BigDecimal numerator, BigDecimal denominator) {
		BigDecimal quotient = numerator.divide(denominator, LONGER_THAN_ANY_MIDPOINT);
		if (quotient.multiply(denominator).compareTo(numerator) == 0) {
			return Double.parseDouble(quotient.toString());
		}
		BigDecimal goesOn = new BigDecimal(BigInteger.valueOf(numerator.signum()), quotient.scale() + 1);
		return Double.parseDouble(quotient.add(goesOn).toString());
	}

	private static BigDecimal decimal(Random random, int digits, int exponent) {
		BigInteger unscaled = new BigInteger(1 + random.nextInt(3 * digits + 1), random).add(BigInteger.ONE);
		return new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), -exponent);
	}

	/** Mostly everyday sizes, sometimes subnormal or huge. */
	private static int exponent(Random random) {
		return switch (random.nextInt(6)) {
			case 0 -> -340 + random.nextInt(60);
			case 1 -> 200 + random.nextInt(60);
			default -> -12 + random.nextInt(14);
		};
	}

}
