package dev.sigmoid.format;

import java.math.BigDecimal;
import java.math.MathContext;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the comments of {@link DigitsBlock} say of its numbers; its texts are checked by
 * {@link DigitsTests}.
 */
class DigitsBlockTests {

	private static final MathContext PRECISION = new MathContext(60);

	private static final long TEN_4 = 10_000;

	private static final long TEN_7 = 10_000_000;

	private static final long TEN_8 = 100_000_000;

	private static final long LARGEST = 1L << 53;

	private static final BigDecimal POWER_ERROR = twoTo(-50);

	private static final BigDecimal HALF_ULP_ERROR = twoTo(-52);

	@Test
	void powersTakeEveryDoubleOfTheirExponentToUnitsWithinTheBound() {
		int first = exponentOf(1e-292);
		assertThat(first).isLessThan(60);
		for (int exponent = first; exponent < 0x7ff; exponent++) {
			BigDecimal ulp = new BigDecimal(Math.ulp(Double.longBitsToDouble((long) exponent << 52)));
			BigDecimal unit = BigDecimal.TEN.pow(PowersOfTen.floorLog10OfPowerOfTwo(exponent - 1075) + 1, PRECISION);
			BigDecimal power = new BigDecimal(DigitsBlock.power(exponent))
				.add(new BigDecimal(DigitsBlock.powerLow(exponent)));
			BigDecimal error = power.multiply(unit).subtract(BigDecimal.ONE).multiply(ulp).divide(unit, PRECISION);
			assertThat(error.abs().multiply(BigDecimal.valueOf(LARGEST))).as("%d", exponent).isLessThan(POWER_ERROR);
			BigDecimal half = ulp.divide(unit.multiply(BigDecimal.TWO), PRECISION);
			assertThat(half).isBetween(new BigDecimal("0.05"), new BigDecimal("0.5"));
			assertThat(half.subtract(new BigDecimal(DigitsBlock.halfUlp(exponent))).abs()).isLessThan(HALF_ULP_ERROR);
		}
	}

	@Test
	void powersThatAreNoDoublesAreZeros() {
		assertThat(DigitsBlock.power(0)).isZero();
		for (int exponent = 1; exponent < exponentOf(1e-292); exponent++) {
			boolean isDouble = -PowersOfTen.floorLog10OfPowerOfTwo(exponent - 1075) - 1 <= 308;
			assertThat(DigitsBlock.power(exponent) != 0).as("%d", exponent).isEqualTo(isDouble);
			assertThat(DigitsBlock.power(exponent)).isFinite();
			assertThat(DigitsBlock.halfUlp(exponent) != 0).isEqualTo(isDouble);
		}
	}

	@Test
	void eightDigitsAreCutExactly() {
		for (long n = 0; n < TEN_8; n++) {
			check(DigitsBlock.overTen4((double) n), n / TEN_4);
			check(DigitsBlock.overTen7((double) n), n / TEN_7);
		}
	}

	@Test
	void sixteenDigitsAreCutExactlyNextToTheMultiples() {
		for (long front = 1; front <= TEN_8; front++) {
			long n = front * TEN_8;
			check(DigitsBlock.overTen8((double) n), front);
			check(DigitsBlock.overTen8((double) (n - ((n <= LARGEST) ? 1 : 10))), front - 1);
		}
	}

	/** Asserts only on a difference, for speed. */
	private static void check(double quotient, long expected) {
		if (quotient != (double) expected) {
			assertThat(quotient).isEqualTo((double) expected);
		}
	}

	private static BigDecimal twoTo(int exponent) {
		return new BigDecimal(Math.scalb(1.0, exponent));
	}

	private static int exponentOf(double value) {
		return Math.getExponent(value) + 1023;
	}

}
