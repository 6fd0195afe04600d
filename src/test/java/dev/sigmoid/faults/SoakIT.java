package dev.sigmoid.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All kinds of requests for a while, wrong ones and vanishing clients among them: the
 * service holds no more in the last quarter of the time than in the second one.
 * {@code -Dsoak.minutes} for another time than twenty minutes.
 */
@Tag("faults")
class SoakIT {

	private static final int CLIENTS = 3;

	private static final int PAUSE_MILLIS = 10;

	private static final Duration INTERVAL = Duration.ofSeconds(5);

	/** How much more the median of the last quarter may be, of bytes. */
	private static final double GROWTH = 1.05;

	private static final int GROWTH_IN_NUMBER = 3;

	private static final String[] PATHS = { "/sigmoid?x=0.5", "/tanh?x=%d", "/sigmoid/derivative?x=1,2,3",
			"/sigmoid?start=-6&stop=6&count=1000&format=csv", "/sigmoid?start=0&stop=%d&step=0.01&format=ndjson",
			"/tanh?start=-6&stop=6&count=20000&include=derivative", "/sigmoid?start=-6&stop=6&count=50000&format=arrow",
			"/sigmoid/slope?from=0&to=%d", "/sigmoid/plot?stop=%d", "/tanh/plot?format=png&stop=%d", "/sigmoid?x=a%d",
			"/no/%d", "/", "/v3/api-docs", "/actuator/health", "/sigmoid?start=0&stop=1&count=9999999%d" };

	private final AtomicBoolean stopped = new AtomicBoolean();

	private final AtomicInteger answered = new AtomicInteger();

	private final AtomicInteger vanished = new AtomicInteger();

	private final List<String> lost = new CopyOnWriteArrayList<>();

	@Test
	void nothingGrows() throws IOException, InterruptedException {
		Instant end = Instant.now().plus(Duration.ofMinutes(Long.getLong("soak.minutes", 20)));
		try (ServiceProcess service = ServiceProcess.start()) {
			List<Thread> clients = IntStream.range(0, CLIENTS)
				.mapToObj((i) -> Thread.ofPlatform().start(() -> ask(service.port(), new Random(i))))
				.toList();
			List<Footprint> footprints = new ArrayList<>();
			while (Instant.now().isBefore(end)) {
				TimeUnit.SECONDS.sleep(INTERVAL.toSeconds());
				footprints.add(service.footprint());
			}
			this.stopped.set(true);
			for (Thread client : clients) {
				client.join();
			}
			Footprint second = median(footprints, 1);
			Footprint last = median(footprints, 3);
			System.out.printf(
					"soak: %,d requests answered, %,d clients vanished, %d lost%n  second quarter: %s%n  last quarter:   %s%n",
					this.answered.get(), this.vanished.get(), this.lost.size(), second, last);
			assertThat(this.lost.stream().distinct().limit(20)).isEmpty();
			assertThat(service.log()).doesNotContain(" ERROR ", "OutOfMemoryError");
			assertThat(last.resident()).isLessThan((long) (GROWTH * second.resident()));
			assertThat(last.heap()).isLessThan((long) (GROWTH * second.heap()));
			assertThat(last.threads()).isLessThanOrEqualTo(second.threads() + GROWTH_IN_NUMBER);
			assertThat(last.virtualThreads()).isLessThanOrEqualTo(second.virtualThreads() + GROWTH_IN_NUMBER);
			assertThat(last.descriptors()).isLessThanOrEqualTo(second.descriptors() + GROWTH_IN_NUMBER);
		}
	}

	private void ask(int port, Random random) {
		while (!this.stopped.get()) {
			try (Connection connection = new Connection(port)) {
				for (int i = random.nextInt(1, 200); i > 0 && !this.stopped.get(); i--) {
					Answer answer = ask(connection, random);
					if (answer.status() >= 500 || (answer.status() >= 400 && !answer.isProblem())) {
						this.lost.add(answer.summary());
					}
					this.answered.incrementAndGet();
					if (answer.closes()) {
						break;
					}
					Thread.sleep(PAUSE_MILLIS);
				}
				connection.send("GET /sigmoid?start=-6&stop=6&count=1000000 HTTP/1.1\r\nHost: a\r\n\r\n");
				connection.reset();
				this.vanished.incrementAndGet();
			}
			catch (IOException | InterruptedException ex) {
				this.lost.add(ex.toString());
			}
		}
	}

	private static Answer ask(Connection connection, Random random) throws IOException {
		if (random.nextInt(5) > 0) {
			return connection.get(PATHS[random.nextInt(PATHS.length)].formatted(random.nextInt(1, 1000)));
		}
		String body = "{\"x\":[%s]%s".formatted("1.5,".repeat(random.nextInt(2000)) + "1",
				(random.nextInt(4) == 0) ? "" : "}");
		connection.send("POST /sigmoid HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
				+ body.length() + "\r\n\r\n" + body);
		return connection.receive();
	}

	/** Returns the medians of a quarter of the time. */
	private static Footprint median(List<Footprint> all, int quarter) {
		List<Footprint> part = all.subList(quarter * all.size() / 4, (quarter + 1) * all.size() / 4);
		return new Footprint(median(part, Footprint::resident), median(part, Footprint::heap),
				(int) median(part, Footprint::threads), (int) median(part, Footprint::virtualThreads),
				(int) median(part, Footprint::descriptors));
	}

	private static long median(List<Footprint> part, ToLongFunction<Footprint> what) {
		return part.stream().mapToLong(what).sorted().skip(part.size() / 2).findFirst().orElseThrow();
	}

}
