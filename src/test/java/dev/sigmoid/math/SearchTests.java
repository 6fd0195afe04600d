package dev.sigmoid.math;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.sigmoid.math.Subject.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hundreds of millions of values, each time others, held against the oracle wherever the
 * rounding is close: {@code ./mvnw test -Psearch}, {@code -Dsearch.minutes} for another
 * time than ten minutes, {@code -Dsearch.seed} for one that was printed.
 */
@Tag("search")
class SearchTests {

	/** How near to a midpoint, relative to the result, is close: one value in 500. */
	private static final double CLOSE = 0x1p-62;

	@Test
	void everyCloseValueHasTheBitsOfTheOracle() {
		long seed = Long.getLong("search.seed", System.nanoTime());
		Instant end = Instant.now().plus(Duration.ofMinutes(Long.getLong("search.minutes", 10)));
		System.out.println("search.seed=" + seed);
		Random random = new Random(seed);
		double[] x = new double[Workspace.CAPACITY];
		double[] y = new double[Workspace.CAPACITY];
		Workspace workspace = new Workspace(Workspace.CAPACITY);
		long seen = 0;
		long close = 0;
		long cold = 0;
		while (Instant.now().isBefore(end)) {
			int exponent = random.nextInt(-24, 7);
			for (int i = 0; i < x.length; i++) {
				x[i] = (exponent > 4) ? random.nextDouble(-18, 18)
						: Math.scalb(random.nextDouble(0.5, 1), exponent) * ((i % 2 == 0) ? 1 : -1);
			}
			for (Subject function : Subject.values()) {
				cold += function.at(x, y, x.length, workspace);
				for (int i = 0; i < x.length; i++) {
					seen++;
					if (isClose(function, x[i])) {
						close++;
						double truth = Oracle.at(function, x[i]);
						assertThat(text(y[i])).as("%s(%s)", function, text(x[i])).isEqualTo(text(truth));
						assertThat(text(function.at(x[i]))).as("%s(%s)", function, text(x[i])).isEqualTo(text(truth));
					}
				}
			}
		}
		System.out.printf("%,d values, %,d of them close, %,d by the cold path%n", seen, close, cold);
	}

	private static boolean isClose(Subject function, double x) {
		Pair y = switch (function) {
			case SIGMOID -> FastSum.of((x < 0) ? Curve.FALL : Curve.RISE, Math.abs(x));
			case SIGMOID_DERIVATIVE -> FastSum.of(Curve.BELL, Math.abs(x));
			case TANH -> FastSum.of(Curve.TANGENT, 2 * Math.abs(x));
			case TANH_DERIVATIVE -> FastSum.of(Curve.TANGENT_BELL, 2 * Math.abs(x));
		};
		double width = CLOSE * y.high();
		return y.high() + (y.low() - width) != y.high() + (y.low() + width);
	}

}
