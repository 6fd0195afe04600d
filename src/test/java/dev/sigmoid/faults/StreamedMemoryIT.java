package dev.sigmoid.faults;

import java.io.IOException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The memory of an answer does not depend on its length. */
@Tag("faults")
class StreamedMemoryIT {

	private static final int SHORT = 1_000_000;

	private static final int LONG = 100_000_000;

	private static final int WARM_UP = 50;

	private static final int PATIENCE_MILLIS = 60_000;

	private static final double TOLERANCE = 1.1;

	@ParameterizedTest
	@ValueSource(strings = { "json", "ndjson", "csv", "text", "arrow" })
	void hundredMillionPointsTakeNoMoreMemoryThanOneMillion(String format) throws IOException, InterruptedException {
		try (ServiceProcess service = ServiceProcess.start("--sigmoid.max-points=" + LONG)) {
			for (int i = 0; i < WARM_UP; i++) {
				peak(service, format, SHORT);
			}
			long shortPeak = peak(service, format, SHORT);
			long shortHeap = heapWithin(service, format, SHORT);
			long longPeak = peak(service, format, LONG);
			long longHeap = heapWithin(service, format, LONG);
			System.out.printf(
					"%s: peak %.1f MB resident for 10^6 points, %.1f MB for 10^8, ratio %.3f;"
							+ " heap while under way %.2f MB and %.2f MB, ratio %.3f%n",
					format, shortPeak / 1048576.0, longPeak / 1048576.0, (double) longPeak / shortPeak,
					shortHeap / 1048576.0, longHeap / 1048576.0, (double) longHeap / shortHeap);
			assertThat((double) longPeak).isLessThan(TOLERANCE * shortPeak);
			assertThat((double) longHeap).isLessThan(TOLERANCE * shortHeap);
		}
	}

	private static long peak(ServiceProcess service, String format, int count) throws IOException {
		try (Connection connection = new Connection(service.port())) {
			service.forgetPeak();
			connection.socket().setSoTimeout(PATIENCE_MILLIS);
			assertThat(connection.get(path(format, count)).status()).isEqualTo(200);
			return service.peak();
		}
	}

	/**
	 * Returns the reachable heap while an answer waits for its reader, who has read a
	 * part of it.
	 */
	private static long heapWithin(ServiceProcess service, String format, int count)
			throws IOException, InterruptedException {
		try (Connection connection = new Connection(service.port())) {
			connection.send("GET " + path(format, count) + " HTTP/1.1\r\nHost: a\r\n\r\n");
			connection.socket().getInputStream().readNBytes(SHORT);
			return service.footprint().heap();
		}
	}

	private static String path(String format, int count) {
		return "/sigmoid?start=-6&stop=6&count=" + count + "&format=" + format;
	}

}
