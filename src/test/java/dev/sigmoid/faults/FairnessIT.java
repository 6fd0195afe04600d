package dev.sigmoid.faults;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Single values do not have to wait for large answers. */
@Tag("faults")
class FairnessIT {

	private static final int STREAMS = 8;

	private static final int CLIENTS = 4;

	private static final int ROUNDS = 3;

	private static final int SECONDS = 10;

	private static final double MOST = 5;

	private final AtomicInteger streamed = new AtomicInteger();

	private final List<String> failures = new CopyOnWriteArrayList<>();

	@Test
	void singleValuesAreAnsweredInTimeWhileEightLargeAnswersStream() throws IOException, InterruptedException {
		try (ServiceProcess service = ServiceProcess.start()) {
			loaded(service);
			idle(service);
			double[] ratios = new double[ROUNDS];
			for (int i = 0; i < ROUNDS; i++) {
				Probe.Result idle = idle(service);
				this.streamed.set(0);
				Probe.Result loaded = loaded(service);
				ratios[i] = loaded.millis(0.99) / idle.millis(0.99);
				System.out.printf("idle:   %s%nloaded: %s; %d answers of 10^6 points meanwhile; p99 ratio %.1f%n", idle,
						loaded, this.streamed.get(), ratios[i]);
				this.failures.addAll(idle.failures());
				this.failures.addAll(loaded.failures());
			}
			assertThat(this.failures).isEmpty();
			assertThat(Arrays.stream(ratios).sorted().skip(ROUNDS / 2).findFirst().orElseThrow())
				.as("p99 under load to p99 when idle")
				.isLessThanOrEqualTo(MOST);
		}
	}

	private Probe.Result loaded(ServiceProcess service) throws InterruptedException {
		AtomicBoolean stopped = new AtomicBoolean();
		List<Thread> readers = IntStream.range(0, STREAMS)
			.mapToObj((i) -> Thread.ofPlatform().start(() -> stream(service.port(), stopped)))
			.toList();
		Probe.Result result = idle(service);
		stopped.set(true);
		for (Thread reader : readers) {
			reader.join();
		}
		return result;
	}

	private static Probe.Result idle(ServiceProcess service) throws InterruptedException {
		Probe probe = Probe.start(service.port(), CLIENTS, 5);
		TimeUnit.SECONDS.sleep(SECONDS);
		return probe.stop();
	}

	private void stream(int port, AtomicBoolean stopped) {
		try (Connection connection = new Connection(port)) {
			while (!stopped.get()) {
				Answer answer = connection.get("/sigmoid?start=-6&stop=6&count=1000000");
				if (answer.status() != 200) {
					this.failures.add(answer.summary());
				}
				this.streamed.incrementAndGet();
			}
		}
		catch (IOException ex) {
			this.failures.add(ex.toString());
		}
	}

}
