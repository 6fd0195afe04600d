package dev.sigmoid.math;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Sets of arguments, each with both signs. */
enum Abscissas {

	/** Zero, the extremes, and the numbers that the code names, ± 2 ulps. */
	THRESHOLDS {
		@Override
		DoubleStream positive(Random random) {
			double[] named = { 0, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, Logistic.NEARLY_HALF,
					Logistic.NEARLY_QUARTER, Logistic.SATURATED, Logistic.VANISHED, HyperbolicTangent.NEARLY_LINEAR,
					HyperbolicTangent.NEARLY_ONE, HyperbolicTangent.SATURATED, HyperbolicTangent.VANISHED,
					Workspace.REACH, Workspace.REACH / 2, Workspace.REACH / 4 };
			// where a result becomes subnormal, vanishes, saturates
			double[] results = { 708.3964185322641, 709.782712893384, 744.4400719213812, 745.1332191019412,
					354.198209266132, 354.8913564413, 372.9131818575, 36.7368005696771, 37.42994775023705,
					18.714973875118524, 19.061547465398498 };
			// found by search: subnormal results that do not pass the rounding test
			double[] found = { 708.9555053929732, 708.618078648876, 712.9723765124646, 710.5785339291883,
					711.8739418835319 / 2, 710.086917384922 / 2, 711.6551223056787 / 2, 712.0569541169609 / 2 };
			// where k or its use changes
			DoubleStream multiples = DoubleStream.iterate(0.5, (k) -> k < 1080, (k) -> k + ((k < 80) ? 1 : 37))
				.flatMap((k) -> DoubleStream.of(k * Math.log(2), (k + 0.5) * Math.log(2)));
			DoubleStream powers = DoubleStream.of(64, 128, 200, 370, 1021, 1022, 1023).map((k) -> k * Math.log(2));
			return Stream.of(named, results, found, multiples.toArray(), powers.toArray())
				.flatMapToDouble(Arrays::stream)
				.flatMap((x) -> neighbourhood(x, 2));
		}
	},

	/** Every power of two ± 2 ulps. */
	POWERS_OF_TWO {
		@Override
		DoubleStream positive(Random random) {
			return DoubleStream.iterate(Double.MIN_VALUE, (x) -> x < Double.POSITIVE_INFINITY, (x) -> 2 * x)
				.flatMap((x) -> neighbourhood(x, 2));
		}
	},

	/** Random bits: all exponents alike. */
	BITS {
		@Override
		DoubleStream positive(Random random) {
			return several(5000, () -> Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE))
				.filter(Double::isFinite);
		}
	},

	/** Random mantissas with the exponents at which something happens. */
	EXPONENTS {
		@Override
		DoubleStream positive(Random random) {
			return several(12000, () -> Math.scalb(random.nextDouble(1, 2), random.nextInt(-32, 10)));
		}
	},

	/** Where most questions are. */
	UNIFORM {
		@Override
		DoubleStream positive(Random random) {
			return several(12000, () -> random.nextDouble(40));
		}
	},

	/** Where results saturate, are small, become subnormal and vanish. */
	TAILS {
		@Override
		DoubleStream positive(Random random) {
			return DoubleStream.concat(
					DoubleStream.concat(several(3000, () -> random.nextDouble(36, 38)),
							several(3000, () -> random.nextDouble(18, 20))),
					DoubleStream.concat(several(4000, () -> random.nextDouble(350, 376)),
							several(5000, () -> random.nextDouble(40, 747))));
		}
	},

	/** Exact ties of the first terms of a series, and their neighbours. */
	TIES {
		@Override
		DoubleStream positive(Random random) {
			DoubleStream linear = several(4000, () -> odd(random, 2 + random.nextInt(34)) * 0x1p-52);
			DoubleStream square = several(2000,
					() -> Math.scalb(odd(random, 1 + random.nextInt(18)), -26 - random.nextInt(4)));
			return DoubleStream.concat(linear, square).flatMap((x) -> neighbourhood(x, 1));
		}
	},

	/** The doubles nearest to where a curve crosses a midpoint, near 0. */
	CROSSINGS {
		@Override
		DoubleStream positive(Random random) {
			DoubleStream.Builder found = DoubleStream.builder();
			for (int i = 0; i < 3000; i++) {
				double y = odd(random, 1 + random.nextInt(44)) * 0x1p-54; // beyond ½
				found.add(4 * y + 16 * y * y * y / 3);
				double z = odd(random, 1 + random.nextInt(44)) * 0x1p-54; // below 1
				found.add(Math.sqrt(z) * (1 + z / 3));
				found.add(2 * Math.sqrt(z) * (1 + z / 3));
			}
			return found.build().flatMap((x) -> neighbourhood(x, 1));
		}
	};

	abstract DoubleStream positive(Random random);

	/** Returns the set with both signs; the seed is fixed. */
	double[] numbers() {
		return positive(new Random(ordinalSeed())).flatMap((x) -> DoubleStream.of(x, -x)).toArray();
	}

	private long ordinalSeed() {
		return name().hashCode();
	}

	static double odd(Random random, int bits) {
		return (random.nextLong() >>> (64 - bits)) | 1;
	}

	private static DoubleStream several(int n, DoubleSupplier number) {
		return DoubleStream.generate(number).limit(n);
	}

	/** Returns x ± so many ulps, as far as that is finite and not negative. */
	static DoubleStream neighbourhood(double x, int ulps) {
		double[] around = new double[2 * ulps + 1];
		long bits = Double.doubleToRawLongBits(x);
		for (int i = -ulps; i <= ulps; i++) {
			around[i + ulps] = Double.longBitsToDouble(Math.max(0, bits + i));
		}
		return Arrays.stream(around).filter(Double::isFinite);
	}

}
