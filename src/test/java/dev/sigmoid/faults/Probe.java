package dev.sigmoid.faults;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/**
 * A few clients that ask for one value at fixed times, each on its own connection,
 * whatever happens meanwhile. Time counts from when a request was due: one that keeps the
 * next ones waiting makes all of them late, as it would those of other clients.
 */
final class Probe {

	private static final String PATH = "/sigmoid?x=0.5";

	private static final String VALUE = "{\"x\":0.5,\"y\":0.6224593312018546}";

	private final int port;

	private final long intervalNanos;

	private final List<Client> clients;

	private final List<String> failures = new CopyOnWriteArrayList<>();

	private volatile boolean stopped;

	private Probe(int port, int clients, long intervalNanos) {
		this.port = port;
		this.intervalNanos = intervalNanos;
		this.clients = IntStream.range(0, clients).mapToObj((i) -> new Client()).toList();
	}

	/**
	 * Starts asking.
	 * @param port the port of the service
	 * @param clients how many ask at once
	 * @param intervalMillis how long after a request of a client its next one is due
	 */
	static Probe start(int port, int clients, int intervalMillis) {
		Probe probe = new Probe(port, clients, intervalMillis * 1_000_000L);
		probe.clients.forEach(Thread::start);
		return probe;
	}

	/** Ends asking, and returns how it was. */
	Result stop() throws InterruptedException {
		this.stopped = true;
		LongStream all = LongStream.empty();
		for (Client client : this.clients) {
			client.join();
			all = LongStream.concat(all, client.nanos.build());
		}
		return new Result(all.sorted().toArray(), List.copyOf(this.failures));
	}

	private final class Client extends Thread {

		private final LongStream.Builder nanos = LongStream.builder();

		private @Nullable Connection connection;

		@Override
		public void run() {
			long due = System.nanoTime();
			while (!Probe.this.stopped) {
				try {
					ask(due);
				}
				catch (IOException ex) {
					Probe.this.failures.add(ex.toString());
					this.connection = null;
				}
				due += Probe.this.intervalNanos;
				LockSupport.parkNanos(due - System.nanoTime());
			}
		}

		private void ask(long due) throws IOException {
			if (this.connection == null) {
				this.connection = new Connection(Probe.this.port);
			}
			Answer answer = this.connection.get(PATH);
			this.nanos.add(System.nanoTime() - due);
			if (answer.status() != 200 || !answer.start().equals(VALUE)) {
				Probe.this.failures.add(answer.summary());
			}
			if (answer.closes()) {
				this.connection.close();
				this.connection = null;
			}
		}

	}

	/** What the clients saw. */
	static final class Result {

		private final long[] nanos;

		private final List<String> failures;

		private Result(long[] sortedNanos, List<String> failures) {
			this.nanos = sortedNanos;
			this.failures = failures;
		}

		/** Returns what came instead of values. */
		List<String> failures() {
			return this.failures;
		}

		int answers() {
			return this.nanos.length;
		}

		/** Returns the time within which this share of the answers came. */
		double millis(double share) {
			return this.nanos[(int) Math.min(this.nanos.length - 1, Math.round(share * this.nanos.length))] / 1e6;
		}

		@Override
		public String toString() {
			return String.format(Locale.ROOT, "%,d single values, %d failed; p50 %.2f ms, p99 %.2f ms, most %.2f ms",
					this.nanos.length, this.failures.size(), millis(0.5), millis(0.99), millis(1));
		}

	}

}
