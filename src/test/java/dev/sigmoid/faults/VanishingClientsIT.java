package dev.sigmoid.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that go half way, by a reset or by a close, within their request or within the
 * answer: nothing of them stays.
 */
class VanishingClientsIT {

	private static final int CLIENTS = 10_000;

	private static final int AT_ONCE = 8;

	private static final String[] BEGINNINGS = { "GET /sigmoid?x=1 HTTP/1.1\r\nHost: a\r\n", """
			POST /sigmoid HTTP/1.1\r
			Host: a\r
			Content-Type: application/json\r
			Content-Length: 100000\r
			\r
			{"x":[1,2,""", """
			POST /sigmoid HTTP/1.1\r
			Host: a\r
			Content-Type: text/csv\r
			Transfer-Encoding: chunked\r
			\r
			ff\r
			x
			1
			""" };

	private static final String[] FORMATS = { "json", "ndjson", "csv", "text", "arrow" };

	private final AtomicInteger vanished = new AtomicInteger();

	@Test
	void nothingStaysOfTenThousandClientsThatVanish() throws IOException, InterruptedException {
		try (ServiceProcess service = ServiceProcess.start()) {
			// classes are loaded and code is compiled that is not there at the start
			vanish(service.port(), CLIENTS / 10);
			Footprint before = service.quiet();
			this.vanished.set(0);
			Probe probe = Probe.start(service.port(), 2, 5);
			vanish(service.port(), CLIENTS);
			Probe.Result meanwhile = probe.stop();
			Footprint after = service.settled(before, before);
			System.out.printf("%,d clients vanished: %s%n  before: %s%n  after:  %s%n", this.vanished.get(), meanwhile,
					before, after);
			assertThat(this.vanished).hasValue(CLIENTS);
			assertThat(meanwhile.failures()).isEmpty();
			assertThat(service.log()).doesNotContain(" ERROR ", "OutOfMemoryError");
			assertThat(after).as("%s, before: %s", after, before)
				.matches((now) -> now.isBackTo(before, before), "is back to it");
		}
	}

	private void vanish(int port, int count) throws InterruptedException {
		try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
			for (int i = 0; i < count; i++) {
				int client = i;
				clients.execute(() -> {
					vanish(port, client % 2 == 0, client / 2);
					this.vanished.incrementAndGet();
				});
			}
			clients.shutdown();
			assertThat(clients.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
		}
	}

	private static void vanish(int port, boolean reset, int kind) {
		try (Connection connection = new Connection(port)) {
			if (kind % 2 == 0) {
				connection.send(BEGINNINGS[kind / 2 % BEGINNINGS.length]);
			}
			else {
				connection.send("GET /sigmoid?start=-6&stop=6&count=1000000&format=%s HTTP/1.1\r\nHost: a\r\n\r\n"
					.formatted(FORMATS[kind / 2 % FORMATS.length]));
				connection.socket().getInputStream().readNBytes(100);
			}
			if (reset) {
				connection.reset();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
