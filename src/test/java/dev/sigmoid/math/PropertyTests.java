package dev.sigmoid.math;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.sigmoid.math.Subject.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is true of the functions is true of their doubles. */
class PropertyTests {

	@ParameterizedTest
	@EnumSource
	void valuesAreMonotoneAndWithinTheirRange(Abscissas set) {
		double[] x = set.numbers();
		Arrays.sort(x);
		for (int i = 1; i < x.length; i++) {
			assertRising(x[i - 1], x[i]);
			assertRising(x[i], Math.nextUp(x[i]));
		}
	}

	@ParameterizedTest
	@EnumSource
	void symmetryIsExact(Abscissas set) {
		for (double x : set.numbers()) {
			assertThat(HyperbolicTangent.value(-x)).as(text(x)).isEqualTo(-HyperbolicTangent.value(x));
			assertThat(HyperbolicTangent.derivative(-x)).as(text(x)).isEqualTo(HyperbolicTangent.derivative(x));
			assertThat(Logistic.derivative(-x)).as(text(x)).isEqualTo(Logistic.derivative(x));
		}
	}

	@ParameterizedTest
	@EnumSource
	void blockOfAnySizeIsWhatItsValuesAreOneByOne(Subject function) {
		double[] x = Abscissas.UNIFORM.numbers();
		Workspace workspace = new Workspace(Workspace.CAPACITY);
		for (int n = 0; n <= Workspace.CAPACITY; n += (n < 70) ? 1 : 17) {
			double[] block = Arrays.copyOfRange(x, n, n + Workspace.CAPACITY);
			double[] y = new double[Workspace.CAPACITY];
			Arrays.fill(y, -7);
			function.at(block, y, n, workspace);
			for (int i = 0; i < n; i++) {
				assertThat(y[i]).as("%s(%s)", function, text(block[i])).isEqualTo(function.at(block[i]));
			}
			assertThat(Arrays.stream(y, n, y.length).filter((it) -> it != -7)).as("beyond %d values", n).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void ordinaryBlockTakesTheColdPathOnceInThousands(Subject function) {
		double[] x = Abscissas.UNIFORM.numbers();
		double[] block = new double[Workspace.CAPACITY];
		double[] y = new double[Workspace.CAPACITY];
		Workspace workspace = new Workspace(Workspace.CAPACITY);
		int cold = 0;
		int seen = 0;
		for (int from = 0; from + Workspace.CAPACITY <= x.length; from += Workspace.CAPACITY) {
			System.arraycopy(x, from, block, 0, Workspace.CAPACITY);
			cold += function.at(block, y, Workspace.CAPACITY, workspace);
			seen += Workspace.CAPACITY;
		}
		assertThat(cold).isBetween(1, seen / 1000);
	}

	@Test
	void everyValueThatIsATieLeavesTheFastPath() {
		double[] x = Abscissas.TIES.positive(new java.util.Random(1))
			.filter((it) -> it > 0x1p-40 && it < 0x1p-25 && it * 0x1p52 % 2 == 1)
			.limit(Workspace.CAPACITY)
			.toArray();
		double[] y = new double[x.length];
		int cold = Logistic.values(x, y, x.length, new Workspace(x.length));
		assertThat(cold).isEqualTo(x.length);
	}

	@Test
	void workspaceHoldsOneTo512Values() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Workspace(0))
			.withMessageContaining("not 0");
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Workspace(513));
		double[] y = { 0 };
		assertThat(Logistic.values(new double[] { 1 }, y, 1, new Workspace(1))).isZero();
		assertThat(y[0]).isEqualTo(0.7310585786300049);
	}

	private static void assertRising(double a, double b) {
		if (!(a < b) || b == Double.POSITIVE_INFINITY) {
			return;
		}
		assertThat(Logistic.value(a)).as(text(a)).isBetween(0.0, Logistic.value(b));
		assertThat(Logistic.value(b)).as(text(b)).isLessThanOrEqualTo(1);
		assertThat(HyperbolicTangent.value(a)).as(text(a)).isBetween(-1.0, HyperbolicTangent.value(b));
		assertThat(HyperbolicTangent.value(b)).as(text(b)).isLessThanOrEqualTo(1);
		double near = Math.min(Math.abs(a), Math.abs(b));
		double far = Math.max(Math.abs(a), Math.abs(b));
		assertThat(Logistic.derivative(near)).as(text(near)).isBetween(Logistic.derivative(far), 0.25);
		assertThat(HyperbolicTangent.derivative(near)).as(text(near)).isBetween(HyperbolicTangent.derivative(far), 1.0);
	}

}
