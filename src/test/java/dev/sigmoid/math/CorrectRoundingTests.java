package dev.sigmoid.math;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.sigmoid.math.Subject.text;
import static org.assertj.core.api.Assertions.assertThat;

/** Both forms of every function give the bits of the oracle, and that those of MPFR. */
class CorrectRoundingTests {

	@ParameterizedTest
	@EnumSource
	void oracleHasTheBitsOfMpfr(Subject function) {
		for (double[] row : Reference.values()) {
			assertSame(function, row[0], Oracle.at(function, row[0]), row[function.column]);
		}
	}

	@Test
	void oracleOfSlopesAgreesWithMpfr() {
		List<double[]> rows = Reference.slopes();
		for (int i = 0; i < rows.size(); i += 7) {
			double[] row = rows.get(i);
			assertThat(Oracle.slopeRoundedDown(row[0], row[1], 1)).as("σ %s %s", text(row[0]), text(row[1]))
				.isEqualTo(row[2]);
			assertThat(Oracle.slopeRoundedDown(row[0], row[1], 2)).as("tanh %s %s", text(row[0]), text(row[1]))
				.isEqualTo(row[3]);
		}
	}

	@ParameterizedTest
	@EnumSource
	void everyFormOfEveryFunctionHasTheBitsOfTheOracle(Abscissas set) {
		double[] x = set.numbers();
		for (Subject function : Subject.values()) {
			double[] y = function.inBlocks(x);
			for (int i = 0; i < x.length; i++) {
				double truth = Oracle.at(function, x[i]);
				assertSame(function, x[i], y[i], truth);
				assertSame(function, x[i], function.at(x[i]), truth);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void functionOfASpecialValueIsItsLimit(Subject function) {
		double[] x = { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, -0.0 };
		double[] y = switch (function) {
			case SIGMOID -> new double[] { Double.NaN, 1, 0, 0.5, 0.5 };
			case SIGMOID_DERIVATIVE -> new double[] { Double.NaN, 0, 0, 0.25, 0.25 };
			case TANH -> new double[] { Double.NaN, 1, -1, 0.0, -0.0 };
			case TANH_DERIVATIVE -> new double[] { Double.NaN, 0, 0, 1, 1 };
		};
		double[] block = function.inBlocks(x);
		for (int i = 0; i < x.length; i++) {
			assertSame(function, x[i], function.at(x[i]), y[i]);
			assertSame(function, x[i], block[i], y[i]);
		}
	}

	@ParameterizedTest
	@EnumSource
	void slopeIsOneOfTheTwoDoublesAroundTheTruth(Abscissas set) {
		double[] x = set.numbers();
		Random random = new Random(7);
		for (int i = 0; i < 1000; i++) {
			double a = x[random.nextInt(x.length)];
			double b = switch (i % 4) {
				case 0 -> x[random.nextInt(x.length)];
				case 1 -> Math.nextUp(a);
				case 2 -> a + Math.scalb(random.nextDouble(1, 2), random.nextInt(-60, 10));
				default -> a + Math.ulp(a) * random.nextInt(2, 1 << 20);
			};
			if (a < b && b <= Double.MAX_VALUE) {
				assertSlope(a, b);
			}
		}
	}

	@Test
	void slopeBetweenEqualPointsIsTheDerivative() {
		for (double x : Abscissas.THRESHOLDS.numbers()) {
			assertThat(Logistic.slope(x, x)).isEqualTo(Logistic.derivative(x));
			assertThat(HyperbolicTangent.slope(x, x)).isEqualTo(HyperbolicTangent.derivative(x));
		}
		assertThat(Logistic.slope(0.0, -0.0)).isEqualTo(0.25);
	}

	@Test
	void slopeFromOrToInfinityIsZeroAndOfNoNumberNone() {
		double infinity = Double.POSITIVE_INFINITY;
		double[][] pairs = { { 0, infinity }, { -infinity, 1 }, { -infinity, infinity }, { infinity, infinity } };
		for (double[] pair : pairs) {
			assertThat(Logistic.slope(pair[0], pair[1])).isZero();
			assertThat(HyperbolicTangent.slope(pair[1], pair[0])).isZero();
		}
		assertThat(Logistic.slope(Double.NaN, 1)).isNaN();
		assertThat(Logistic.slope(1, Double.NaN)).isNaN();
		assertThat(HyperbolicTangent.slope(infinity, Double.NaN)).isNaN();
		assertThat(HyperbolicTangent.slope(Double.NaN, -infinity)).isNaN();
	}

	private static void assertSlope(double a, double b) {
		double sigmoid = Oracle.slopeRoundedDown(a, b, 1);
		double tanh = Oracle.slopeRoundedDown(a, b, 2);
		assertThat(Logistic.slope(a, b)).as("σ from %s to %s", text(a), text(b))
			.isBetween(sigmoid, Math.nextUp(sigmoid))
			.isEqualTo(Logistic.slope(b, a));
		assertThat(HyperbolicTangent.slope(a, b)).as("tanh from %s to %s", text(a), text(b))
			.isBetween(tanh, Math.nextUp(tanh))
			.isEqualTo(HyperbolicTangent.slope(b, a));
	}

	/** As assertThat, but without building a message for each of many numbers. */
	private static void assertSame(Subject function, double x, double actual, double expected) {
		if (Double.doubleToLongBits(actual) != Double.doubleToLongBits(expected)) {
			assertThat(text(actual)).as("%s(%s)", function, text(x)).isEqualTo(text(expected));
		}
	}

}
