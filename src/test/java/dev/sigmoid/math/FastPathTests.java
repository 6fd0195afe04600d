package dev.sigmoid.math;

import java.math.BigDecimal;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The fast path's error stays below its bound, its steps do what they say. */
class FastPathTests {

	private static final int SAMPLES = 10_000_000;

	@Test
	void powerIsExactForEveryExponentThatABlockReaches() {
		for (int k = -FastPath.MAX_POWER; k <= FastPath.MAX_POWER; k++) {
			assertThat(FastPath.power(k)).as("2^%d", k).isEqualTo(Math.scalb(1.0, k));
		}
		assertThat(FastPath.multiple(Workspace.REACH)).isLessThanOrEqualTo(FastPath.MAX_POWER);
	}

	@Test
	void remainderIsOffByLessThanItsBound() {
		Random random = new Random(2);
		BigDecimal ln2 = Constants.ln2();
		for (int i = 0; i < 200_000; i++) {
			double v = (i % 2 == 0) ? random.nextDouble(1500) : Math.rint(random.nextDouble(2000)) * Math.log(2);
			double k = FastPath.multiple(v);
			double r = FastPath.remainder(v, k);
			BigDecimal truth = new BigDecimal(v).subtract(ln2.multiply(new BigDecimal(k)));
			BigDecimal error = new BigDecimal(r).add(new BigDecimal(FastPath.remainderLow(v, k, r))).subtract(truth);
			assertThat(Math.abs(r)).as("r of %s", v).isLessThan(0.34658);
			assertThat(Math.abs(error.doubleValue())).as("error of r of %s", v).isLessThan(0x1p-85);
		}
	}

	@Test
	void yardstickIsAccurateEnough() {
		Random random = new Random(3);
		for (int i = 0; i < 2000; i++) {
			double v = (i % 2 == 0) ? random.nextDouble(40) : Math.scalb(random.nextDouble(), -random.nextInt(27));
			BigDecimal q = Pair.expm1(v).exactly();
			BigDecimal w = Oracle.exponential(new BigDecimal(v), 60).least();
			double relative = q.add(BigDecimal.ONE).subtract(w).doubleValue() / q.doubleValue();
			assertThat(Math.abs(relative)).as("v = %s", v).isLessThan(0x1p-88);
		}
	}

	/**
	 * The bound of each curve, as the package's documentation proves it, and that what is
	 * seen comes near it: a bound that nothing comes near would prove little.
	 */
	@Test
	void errorOverTenMillionValuesIsBelowTheProvedBound() {
		Random random = new Random(4);
		Curve[] curves = Curve.values();
		double[] largest = new double[curves.length];
		for (int i = 0; i < SAMPLES; i++) {
			double v = (i % 4 == 0) ? Math.scalb(random.nextDouble(0.5, 1), -random.nextInt(26))
					: random.nextDouble((i % 4 == 1) ? 40 : 4);
			Pair q = Pair.expm1(v);
			Pair d = q.plus(Pair.of(2));
			for (int c = 0; c < curves.length; c++) {
				Pair n = switch (curves[c]) {
					case RISE -> q.plus(Pair.of(1));
					case FALL -> Pair.of(1);
					case TANGENT -> q;
					case BELL -> q.plus(Pair.of(1)).over(d);
					case TANGENT_BELL -> q.plus(Pair.of(1)).times(Pair.of(4)).over(d);
				};
				Pair fast = FastSum.of(curves[c], v);
				Pair residual = fast.times(d).minus(n);
				double error = Math.abs(residual.high() / n.high());
				largest[c] = Math.max(largest[c], error);
			}
		}
		for (int c = 0; c < curves.length; c++) {
			double proved = switch (curves[c]) {
				case RISE -> 0x1p-68;
				case FALL, BELL, TANGENT_BELL -> 0x1p-67;
				case TANGENT -> Math.pow(2, -65.6);
			};
			assertThat(largest[c]).as("%s: 2^%.2f", curves[c], Math.log(largest[c]) / Math.log(2))
				.isBetween(proved / 8, proved);
			System.out.printf("largest error of the fast path seen, %s: 2^%.2f%n", curves[c],
					Math.log(largest[c]) / Math.log(2));
		}
	}

}
