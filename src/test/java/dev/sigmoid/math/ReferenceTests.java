package dev.sigmoid.math;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.sigmoid.math.Subject.text;
import static org.assertj.core.api.Assertions.assertThat;

/** Every form of every function gives the bits that MPFR gives. */
class ReferenceTests {

	@ParameterizedTest
	@EnumSource
	void functionAtOneValueHasTheBitsOfMpfr(Subject function) {
		for (double[] row : Reference.values()) {
			assertThat(Double.doubleToRawLongBits(function.at(row[0]))).as("%s(%s)", function, text(row[0]))
				.isEqualTo(Double.doubleToRawLongBits(row[function.column]));
		}
	}

	@ParameterizedTest
	@EnumSource
	void functionOfABlockHasTheBitsOfMpfr(Subject function) {
		List<double[]> rows = Reference.values();
		double[] x = rows.stream().mapToDouble((row) -> row[0]).toArray();
		double[] y = function.inBlocks(x);
		for (int i = 0; i < x.length; i++) {
			assertThat(Double.doubleToRawLongBits(y[i])).as("%s(%s)", function, text(x[i]))
				.isEqualTo(Double.doubleToRawLongBits(rows.get(i)[function.column]));
		}
	}

	@Test
	void slopesAreOneOfTheTwoDoublesAroundTheTruth() {
		for (double[] row : Reference.slopes()) {
			assertThat(Logistic.slope(row[0], row[1])).as("slope of σ from %s to %s", text(row[0]), text(row[1]))
				.isBetween(row[2], Math.nextUp(row[2]));
			assertThat(HyperbolicTangent.slope(row[0], row[1]))
				.as("slope of tanh from %s to %s", text(row[0]), text(row[1]))
				.isBetween(row[3], Math.nextUp(row[3]));
		}
	}

}
