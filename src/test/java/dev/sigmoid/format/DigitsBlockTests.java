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
	void doublesWithoutPowerAreLeftUndecided() {
		for (int exponent = 0; exponent < exponentOf(1e-292); exponent++) {
			if (DigitsBlock.power(exponent) == 0) {
				assertThat(DigitsBlock.powerLow(exponent)).isZero();
				assertThat(DigitsBlock.halfUlp(exponent)).isZero();
			}
		}
		assertThat(DigitsBlock.power(0)).isZero();
	}

	@Test
	void eightDigitsAreCutExactly() {
		for (long n = 0; n < TEN_8; n++) {
			if (DigitsBlock.overTen4(n) != n / TEN_4 || DigitsBlock.overTen7(n) != n / TEN_7) {
				assertThat(DigitsBlock.overTen4(n)).as("%d", n).isEqualTo(n / TEN_4);
				assertThat(DigitsBlock.overTen7(n)).as("%d", n).isEqualTo(n / TEN_7);
			}
		}
	}

	@Test
	void sixteenDigitsAreCutExactlyNextToTheMultiples() {
		for (long front = 1; front <= TEN_8; front++) {
			long n = front * TEN_8;
			long step = (n <= LARGEST) ? 1 : 10;
			if (DigitsBlock.overTen8(n - step) != front - 1 || DigitsBlock.overTen8(n) != front) {
				assertThat(DigitsBlock.overTen8(n - step)).as("%d", front).isEqualTo(front - 1);
				assertThat(DigitsBlock.overTen8(n)).as("%d", front).isEqualTo(front);
			}
		}
	}

	private static BigDecimal twoTo(int exponent) {
		return new BigDecimal(Math.scalb(1.0, exponent));
	}

	private static int exponentOf(double value) {
		return Math.getExponent(value) + 1023;
	}

}
