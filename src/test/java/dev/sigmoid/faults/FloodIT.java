package dev.sigmoid.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two hundred clients at once that ask for the most: a million points in each format, back
 * from a batch of a million values, or a picture of 4,000 by 4,000 pixels. Lost is what
 * was neither answered in full, to the last byte, nor refused by a 503 that says when to
 * come again.
 */
class FloodIT {

	private static final int CLIENTS = 200;

	/** The last of two hundred waits for all others when none is refused. */
	private static final int PATIENCE_MILLIS = 60_000;

	private static final int MOST_ATTEMPTS = 300;

	private final Map<LargeRequest, Answer> expected = new EnumMap<>(LargeRequest.class);

	private final AtomicInteger complete = new AtomicInteger();

	private final AtomicInteger refused = new AtomicInteger();

	private final List<String> lost = new CopyOnWriteArrayList<>();

	@Test
	void ofTwoHundredLargestAnswersEachIsCompleteOrRefused() throws IOException, InterruptedException {
		flood(1);
		assertThat(this.complete.get() + this.refused.get()).isEqualTo(CLIENTS);
	}

	@Test
	@Tag("faults")
	void clientsThatComeAgainWhenTheyAreToldToAreAllServed() throws IOException, InterruptedException {
		flood(MOST_ATTEMPTS);
		assertThat(this.complete).hasValue(CLIENTS);
	}

	private void flood(int attempts) throws IOException, InterruptedException {
		try (ServiceProcess service = ServiceProcess.start()) {
			for (LargeRequest request : LargeRequest.values()) {
				Answer answer = request.ask(service.port(), PATIENCE_MILLIS);
				assertThat(answer.status()).as("%s alone: %s", request, answer.summary()).isEqualTo(200);
				this.expected.put(request, answer);
			}
			Probe probe = Probe.start(service.port(), 4, 5);
			CountDownLatch start = new CountDownLatch(1);
			List<Thread> clients = new ArrayList<>();
			for (int i = 0; i < CLIENTS; i++) {
				LargeRequest request = LargeRequest.values()[i % LargeRequest.values().length];
				clients.add(Thread.startVirtualThread(() -> ask(service.port(), request, attempts, start)));
			}
			start.countDown();
			for (Thread client : clients) {
				client.join();
			}
			Probe.Result meanwhile = probe.stop();
			System.out.printf(
					"flood of %d largest answers: %d complete, %d refusals, %d lost; peak %d MB resident%n  meanwhile %s%n",
					CLIENTS, this.complete.get(), this.refused.get(), this.lost.size(), service.peak() >> 20, meanwhile);
			assertThat(this.lost).isEmpty();
			assertThat(this.complete).as("some were served").hasPositiveValue();
			assertThat(meanwhile.failures()).as("single values").isEmpty();
			assertThat(service.log()).doesNotContain(" ERROR ", "OutOfMemoryError");
		}
	}

	private void ask(int port, LargeRequest request, int attempts, CountDownLatch start) {
		try {
			start.await();
			for (int attempt = 1; attempt <= attempts; attempt++) {
				Answer answer = request.ask(port, PATIENCE_MILLIS);
				if (!answer.isRefusal()) {
					count(request, answer);
					return;
				}
				this.refused.incrementAndGet();
				if (attempt < attempts) {
					Thread.sleep(1000 * Long.parseLong(answer.headers().getOrDefault("retry-after", "1")));
				}
			}
		}
		catch (IOException | InterruptedException ex) {
			this.lost.add(request + ": " + ex);
		}
	}

	private void count(LargeRequest request, Answer answer) {
		if (answer.isSameAs(this.expected.get(request))) {
			this.complete.incrementAndGet();
		}
		else {
			this.lost.add(request + ": " + answer.summary());
		}
	}

}
