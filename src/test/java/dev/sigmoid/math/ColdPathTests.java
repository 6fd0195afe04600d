package dev.sigmoid.math;

import java.util.Random;

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
