package dev.sigmoid.faults;

import java.io.IOException;
import java.util.Arrays;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A point costs the same in a long answer as in a short one. */
@Tag("faults")
class LinearCostIT {

	private static final int SHORT = 100_000;

	private static final int LONG = 10_000_000;

	private static final int ROUNDS = 9;

	private static final double TOLERANCE = 1.1;

	@ParameterizedTest
	@ValueSource(strings = { "json", "csv", "arrow" })
	void pointOfTenMillionCostsNoMoreThanOneOfHundredThousand(String format) throws IOException, InterruptedException {
		try (ServiceProcess service = ServiceProcess.start("--sigmoid.max-points=" + LONG);
				Connection connection = new Connection(service.port())) {
			nanos(connection, format, SHORT);
			nanos(connection, format, LONG);
			double[] shorts = new double[ROUNDS];
			double[] longs = new double[ROUNDS];
			for (int i = 0; i < ROUNDS; i++) {
				shorts[i] = nanos(connection, format, SHORT);
				longs[i] = nanos(connection, format, LONG);
			}
			double ratio = median(longs) / median(shorts);
			System.out.printf("%s: %.1f ns a point of 10^5, %.1f ns a point of 10^7, ratio %.3f%n", format,
					median(shorts), median(longs), ratio);
			assertThat(ratio).isLessThan(TOLERANCE);
		}
	}

	/**
	 * Returns nanoseconds a point; as many points are asked for whatever the length of an
	 * answer.
	 */
	private static double nanos(Connection connection, String format, int count) throws IOException {
		long began = System.nanoTime();
		for (int i = 0; i < LONG / count; i++) {
			Answer answer = connection.get("/sigmoid?start=-6&stop=6&count=" + count + "&format=" + format);
			assertThat(answer.status()).isEqualTo(200);
		}
		return (System.nanoTime() - began) / (double) LONG;
	}

	private static double median(double[] values) {
		return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
	}

}
