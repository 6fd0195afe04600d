package dev.sigmoid.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No constant is believed because it is written: each is derived again. */
class ConstantsTests {

	@Test
	void partsOfLn2AreItsFirst42BitsAndTheRestRounded() {
		BigDecimal ln2 = Constants.ln2();
		BigDecimal unit = BigDecimal.ONE.divide(BigDecimal.TWO.pow(42));
		BigDecimal high = ln2.divideToIntegralValue(unit).multiply(unit);
		assertThat(FastPath.LN2_HIGH).isEqualTo(high.doubleValue());
		assertThat(FastPath.LN2_LOW).isEqualTo(ln2.subtract(high).doubleValue());
		BigDecimal rest = ln2.subtract(high).subtract(new BigDecimal(FastPath.LN2_LOW)).abs();
		assertThat(rest.doubleValue()).isLessThan(0x1p-102);
		assertThat(FastPath.LOG2_E).isEqualTo(BigDecimal.ONE.divide(ln2, Constants.CONTEXT).doubleValue());
	}

	@Test
	void coefficientsOfTheEvenFunctionAreRoundedBernoulliNumbers() {
		double[] coefficients = { FastPath.SIXTH, FastPath.C2, FastPath.C3, FastPath.C4, FastPath.C5, FastPath.C6,
				FastPath.C7, FastPath.C8 };
		for (int n = 1; n <= coefficients.length; n++) {
			// ⅙ is written with its round-off, so its first part is rounded down
			assertThat(coefficients[n - 1]).as("n = %d", n).isEqualTo(Constants.even(n).doubleValue());
		}
		assertThat(FastPath.SIXTH_LOW)
			.isEqualTo(Constants.even(1).subtract(new BigDecimal(FastPath.SIXTH)).doubleValue());
		assertThat(Constants.even(9).doubleValue() * Math.pow(0.34658, 18)).isBetween(0.0, 0x1p-73);
	}

	@Test
	void coefficientsOfThePowerAreThoseOfTheExponentialSeries() {
		double[] coefficients = { FastPath.E1, FastPath.E2, FastPath.E3, FastPath.E4 };
		BigDecimal y = Constants.ln2().divide(BigDecimal.valueOf(512), Constants.CONTEXT);
		for (int n = 1; n <= coefficients.length; n++) {
			BigDecimal truth = y.pow(n).divide(new BigDecimal(Constants.factorial(n)), Constants.CONTEXT);
			assertThat(coefficients[n - 1]).as("n = %d", n).isEqualTo(truth.doubleValue());
		}
	}

	@Test
	void boundsAreWhatTheirProofsSay() {
		assertThat(FastPath.RELATIVE_ERROR).isEqualTo(Math.scalb(1.0, -65));
		assertThat(FastPath.ABSOLUTE_ERROR).isEqualTo(Math.scalb(1.0, -100));
		assertThat(Logistic.NEARLY_HALF).isEqualTo(Math.scalb(1.0, -25));
		assertThat(Logistic.NEARLY_QUARTER).isEqualTo(Math.scalb(1.0, -26));
		assertThat(HyperbolicTangent.NEARLY_LINEAR).isEqualTo(Math.scalb(1.0, -27));
		assertThat(HyperbolicTangent.NEARLY_ONE).isEqualTo(Math.scalb(1.0, -27));
		double ln2 = Math.log(2);
		assertThat(Logistic.SATURATED).isBetween(54 * ln2, 54 * ln2 + 0.1);
		assertThat(HyperbolicTangent.SATURATED).isBetween(55 * ln2 / 2, 55 * ln2 / 2 + 0.1);
		assertThat(Logistic.VANISHED).isBetween(1075 * ln2, 1075 * ln2 + 1);
		assertThat(HyperbolicTangent.VANISHED).isBetween(1077 * ln2 / 2, 1077 * ln2 / 2 + 1);
	}

	@Test
	void thresholdsAreThoseOfTheirReasonsToTheLastBit() {
		double ln2 = Math.log(2);
		assertThat(Logistic.SATURATED).isEqualTo(37.5);
		assertThat(HyperbolicTangent.SATURATED).isEqualTo(19.1);
		assertThat(Logistic.VANISHED).isEqualTo(746);
		assertThat(HyperbolicTangent.VANISHED).isEqualTo(374);
		assertThat(Slope.FAR).isEqualTo(1400).isGreaterThan(2019 * ln2);
		assertThat(Slope.WIDE).isEqualTo(70).isGreaterThan(100 * ln2);
		assertThat(Slope.HUGE).isEqualTo(Math.scalb(1.0, 1000));
		assertThat(2 * Slope.HUGE).isFinite();
		assertThat(FastPath.NEGLIGIBLE_POWER).isEqualTo(200);
		assertThat(Workspace.OVERFLOW * Workspace.REACH).isInfinite();
		assertThat(Workspace.OVERFLOW * Math.nextDown(Workspace.REACH)).isFinite();
	}

	@Test
	void integersOfTheColdPathAreLn2AndTheSameCoefficients() {
		BigInteger ln2 = scaled(Constants.ln2(), 192, RoundingMode.FLOOR);
		for (int i = 0; i < 3; i++) {
			assertThat(ColdPath.LN2[i]).as("limb %d", i).isEqualTo(ln2.shiftRight(64 * (2 - i)).longValue());
		}
		for (int n = 1; n <= 8; n++) {
			BigInteger even = scaled(Constants.even(n).abs(), 128, RoundingMode.HALF_EVEN);
			assertThat(ColdPath.EVEN[n - 1]).as("n = %d", n).isEqualTo(even.shiftRight(64).longValue());
			assertThat(ColdPath.EVEN_LOW[n - 1]).as("n = %d", n).isEqualTo(even.longValue());
		}
		for (int n = 9; n <= 15; n++) {
			BigInteger even = scaled(Constants.even(n).abs(), 108, RoundingMode.HALF_EVEN);
			assertThat(ColdPath.EVEN_TAIL[n - 9]).as("n = %d", n).isEqualTo(even.longValueExact());
		}
		assertThat(Math.abs(Constants.even(16).doubleValue()) * Math.pow(0.34658, 32)).isLessThan(0x1p-131);
	}

	private static BigInteger scaled(BigDecimal x, int bits, RoundingMode rounding) {
		return x.multiply(new BigDecimal(BigInteger.TWO.pow(bits))).setScale(0, rounding).toBigInteger();
	}

}
