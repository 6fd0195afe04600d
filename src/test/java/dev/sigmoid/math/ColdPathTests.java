package dev.sigmoid.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.sigmoid.math.Subject.text;
import static org.assertj.core.api.Assertions.assertThat;

/** Both stages of the cold path answer, each alone, as the oracle does. */
class ColdPathTests {

	@ParameterizedTest
	@EnumSource
	void everyStageFindsTheNearerNeighbour(Curve curve) {
		Random random = new Random(5);
		for (Abscissas set : Abscissas.values()) {
			double[] x = set.numbers();
			for (int i = 0; i < 2000; i++) {
				double v = Math.abs(x[random.nextInt(x.length)]);
				if (v > 0x1p-25 && v < 748 && (v < 37 || !(curve == Curve.RISE || curve == Curve.TANGENT))) {
					assertBothStages(curve, v);
				}
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void fractionIsOffByAtMostSixteenUnits(Curve curve) {
		Random random = new Random(6);
		for (Abscissas set : Abscissas.values()) {
			double[] x = set.numbers();
			for (int i = 0; i < 1500; i++) {
				double v = Math.abs(x[random.nextInt(x.length)]);
				if (v > 0x1p-25 && v < 748 && (v < 37 || !(curve == Curve.RISE || curve == Curve.TANGENT))) {
					assertFraction(curve, v);
				}
			}
		}
	}

	@Test
	void signOfTheDifferenceOfProductsIsThatOfTheIntegersUnlessTheyAreTooClose() {
		Random random = new Random(7);
		for (int i = 0; i < 200_000; i++) {
			BigInteger d = new BigInteger(127, random).setBit(125);
			int shift = random.nextInt(-3, 57);
			long m = (shift < 0) ? 1 + random.nextInt(5) : random.nextLong(1L << 52, 1L << 54);
			BigInteger product = d.multiply(BigInteger.valueOf(m));
			BigInteger scaled = (shift < 0) ? product.shiftLeft(-shift) : product.shiftRight(shift);
			if (scaled.bitLength() > 128) {
				continue;
			}
			long near = random.nextLong() >> random.nextInt(64);
			BigInteger n = scaled.add(BigInteger.valueOf(near));
			BigInteger left = (shift < 0) ? n : n.shiftLeft(shift);
			BigInteger right = (shift < 0) ? product.shiftLeft(-shift) : product;
			BigInteger units = (shift < 0) ? BigInteger.valueOf(m).shiftLeft(-shift).add(BigInteger.ONE)
					: BigInteger.valueOf(m).add(BigInteger.ONE.shiftLeft(shift));
			BigInteger difference = left.subtract(right);
			int sign = (difference.abs().compareTo(units.shiftLeft(5)) > 0) ? difference.signum() : 0;
			if (n.signum() > 0 && n.bitLength() <= 128) {
				assertThat(ColdPath.sideOfProducts(n.shiftRight(64).longValue(), n.longValue(), shift,
						d.shiftRight(64).longValue(), d.longValue(), m))
					.as("%d·2^%d − %d·%d", n, shift, m, d)
					.isEqualTo(sign);
			}
		}
	}

	/** Asserts that |n/d·2ᵉ/truth − 1| ≤ 16/n + 16/d. */
	private static void assertFraction(Curve curve, double v) {
		long[] f = ColdPath.fraction(curve, v);
		BigDecimal n = unsigned(f[0], f[1]);
		BigDecimal d = unsigned(f[2], f[3]);
		BigDecimal w = Oracle.exponential(new BigDecimal(v), 70).least();
		BigDecimal sum = w.add(BigDecimal.ONE);
		// the curve is a/b
		BigDecimal a = switch (curve) {
			case RISE, BELL -> w;
			case FALL -> BigDecimal.ONE;
			case TANGENT -> w.subtract(BigDecimal.ONE);
			case TANGENT_BELL -> w.multiply(BigDecimal.valueOf(4));
		};
		BigDecimal b = (curve == Curve.BELL || curve == Curve.TANGENT_BELL) ? sum.multiply(sum) : sum;
		BigDecimal two = new BigDecimal(BigInteger.TWO.pow((int) Math.abs(f[4])));
		BigDecimal left = n.multiply(b).multiply((f[4] > 0) ? two : BigDecimal.ONE);
		BigDecimal right = d.multiply(a).multiply((f[4] < 0) ? two : BigDecimal.ONE);
		double error = left.subtract(right).abs().divide(right, MathContext.DECIMAL64).doubleValue();
		assertThat(error).as("%s(%s)", curve, text(v)).isLessThan(16 / n.doubleValue() + 16 / d.doubleValue());
	}

	private static BigDecimal unsigned(long high, long low) {
		return new BigDecimal(new BigInteger(Long.toUnsignedString(high)).shiftLeft(64)
			.add(new BigInteger(Long.toUnsignedString(low))));
	}

	private static void assertBothStages(Curve curve, double v) {
		double truth = switch (curve) {
			case RISE -> Oracle.at(Subject.SIGMOID, v);
			case FALL -> Oracle.at(Subject.SIGMOID, -v);
			case BELL -> Oracle.at(Subject.SIGMOID_DERIVATIVE, v);
			case TANGENT -> Oracle.at(Subject.TANH, v / 2);
			case TANGENT_BELL -> Oracle.at(Subject.TANH_DERIVATIVE, v / 2);
		};
		double next = Math.nextUp(truth);
		assertThat(ColdPath.nearer(curve, v, truth, next)).as("%s(%s)", curve, text(v)).isEqualTo(truth);
		assertSide(curve, v, truth, -1);
		if (truth > 0) {
			double previous = Math.nextDown(truth);
			assertThat(ColdPath.nearer(curve, v, previous, truth)).as("%s(%s)", curve, text(v)).isEqualTo(truth);
			assertSide(curve, v, previous, 1);
		}
	}

	/** Asserts on which side of the midpoint above a double the curve lies. */
	private static void assertSide(Curve curve, double v, double below, int side) {
		int q = Math.max(Math.getExponent(below), Double.MIN_EXPONENT) - 53;
		long m = (long) (2 * Math.scalb(Math.scalb(below, 537), -q - 1 - 537)) + 1;
		assertThat(ColdPath.side(curve, v, m, q)).as("128 bits, %s(%s)", curve, text(v)).isEqualTo(side);
		assertThat(ColdPath.sideByIntervals(curve, v, m, q, 4)).as("intervals, %s(%s)", curve, text(v)).isEqualTo(side);
	}

}
