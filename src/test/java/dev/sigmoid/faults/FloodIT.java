package dev.sigmoid.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two hundred clients at once that ask for the most: a million points in each format,
 * back from a batch of a million values, or a picture of 4,000 by 4,000 pixels. Lost is
 * what was neither answered in full, to the last byte, nor refused by a 503 that says
 * when to come again.
 */
class FloodIT {

	private static final int CLIENTS = 200;

	/** The last of two hundred waits for all others when none is refused. */
	private static final int PATIENCE_MILLIS = 60_000;

	private final Map<LargeRequest, Answer> expected = new EnumMap<>(LargeRequest.class);

	private final AtomicInteger complete = new AtomicInteger();

	private final AtomicInteger refused = new AtomicInteger();

	private final List<String> lost = new CopyOnWriteArrayList<>();

	@Test
	void ofTwoHundredLargestAnswersEachIsCompleteOrRefused() throws IOException, InterruptedException {
		try (ServiceProcess service = ServiceProcess.start()) {
			for (LargeRequest request : LargeRequest.values()) {
				Answer answer = request.ask(service.port(), PATIENCE_MILLIS);
				assertThat(answer.status()).as("%s alone: %s", request, answer.summary()).isEqualTo(200);
				this.expected.put(request, answer);
			}
			Probe probe = Probe.start(service.port(), 4, 5);
			flood(service.port());
			Probe.Result meanwhile = probe.stop();
			System.out.printf(
					"flood of %d largest answers: %d complete, %d refused, %d lost; peak %d MB resident%n  meanwhile %s%n",
					CLIENTS, this.complete.get(), this.refused.get(), this.lost.size(), service.peak() >> 20,
					meanwhile);
			assertThat(this.lost.stream().distinct().limit(20)).isEmpty();
			assertThat(this.complete).as("some were served").hasPositiveValue();
			assertThat(meanwhile.failures()).as("single values").isEmpty();
			for (LargeRequest request : LargeRequest.values()) {
				Answer answer = request.ask(service.port(), PATIENCE_MILLIS);
				assertThat(answer.isSameAs(expected(request))).as("%s afterwards: %s", request, answer.summary())
					.isTrue();
			}
			assertThat(service.log()).doesNotContain(" ERROR ", "OutOfMemoryError");
		}
	}

	private void flood(int port) throws InterruptedException {
		CountDownLatch start = new CountDownLatch(1);
		List<LargeRequest> requests = List.of(LargeRequest.values());
		List<Thread> clients = new ArrayList<>();
		for (int i = 0; i < CLIENTS; i++) {
			LargeRequest request = requests.get(i % requests.size());
			clients.add(Thread.startVirtualThread(() -> ask(port, request, start)));
		}
		start.countDown();
		for (Thread client : clients) {
			client.join();
		}
	}

	private void ask(int port, LargeRequest request, CountDownLatch start) {
		try {
			start.await();
			Answer answer = request.ask(port, PATIENCE_MILLIS);
			if (answer.isRefusal()) {
				this.refused.incrementAndGet();
			}
			else if (answer.isSameAs(expected(request))) {
				this.complete.incrementAndGet();
			}
			else {
				this.lost.add(request + ": " + answer.summary());
			}
		}
		catch (IOException | InterruptedException ex) {
			this.lost.add(request + ": " + ex);
		}
	}

	private Answer expected(LargeRequest request) {
		return Objects.requireNonNull(this.expected.get(request));
	}

}
