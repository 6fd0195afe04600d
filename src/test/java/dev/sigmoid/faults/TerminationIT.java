package dev.sigmoid.faults;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * SIGTERM while clients of all kinds ask. Lost is a request that was sent on a connection
 * whose end had not been announced, or that the service has in its access log, and whose
 * answer did not come in full. Not lost is one that found the port closed or was told to
 * come again.
 */
class TerminationIT {

	/** As long as the last requests may take, and a little. */
	private static final Duration LONGEST_STOP = Duration.ofSeconds(45);

	private static final int CLIENTS_OF_A_KIND = 3;

	private final AtomicInteger ids = new AtomicInteger();

	/** What was answered, if only by a refusal. */
	private final Set<Integer> answered = ConcurrentHashMap.newKeySet();

	private final AtomicInteger refused = new AtomicInteger();

	private final AtomicInteger answeredAfterTheSignal = new AtomicInteger();

	private final List<String> lost = new CopyOnWriteArrayList<>();

	private final AtomicBoolean terminated = new AtomicBoolean();

	@Test
	void noRequestIsLostWhenTheServiceIsTerminated() throws IOException, InterruptedException {
		Path accessLog = Files.createTempDirectory(Files.createDirectories(Path.of("target/faults")), "access");
		try (ServiceProcess service = ServiceProcess.start("--server.tomcat.accesslog.enabled=true",
				"--server.tomcat.accesslog.buffered=false", "--server.tomcat.accesslog.pattern=%{X-Id}i",
				"--server.tomcat.accesslog.directory=" + accessLog.toAbsolutePath())) {
			List<Thread> clients = new ArrayList<>();
			for (Kind kind : Kind.values()) {
				for (int i = 0; i < CLIENTS_OF_A_KIND; i++) {
					clients.add(Thread.startVirtualThread(() -> ask(service.port(), kind)));
				}
			}
			TimeUnit.SECONDS.sleep(3);
			this.terminated.set(true);
			long signal = System.nanoTime();
			service.terminate();
			int status = service.awaitExit();
			Duration stop = Duration.ofNanos(System.nanoTime() - signal);
			for (Thread client : clients) {
				client.join();
			}
			Set<Integer> unanswered = logged(accessLog);
			unanswered.removeAll(this.answered);
			System.out.printf(
					"SIGTERM under load: %,d requests answered, %,d of them after the signal; %,d refused; %d lost;"
							+ " exit status %d after %.1f s%n",
					this.answered.size(), this.answeredAfterTheSignal.get(), this.refused.get(),
					this.lost.size() + unanswered.size(), status, stop.toMillis() / 1e3);
			assertThat(this.lost.stream().distinct().limit(20)).isEmpty();
			assertThat(unanswered).as("accepted, and not answered").isEmpty();
			assertThat(status).isIn(0, 143);
			assertThat(stop).isLessThan(LONGEST_STOP);
		}
	}

	/** Asks until the port is closed. */
	private void ask(int port, Kind kind) {
		try {
			Connection connection = null;
			while (true) {
				boolean fresh = connection == null;
				if (connection == null) {
					connection = new Connection(port);
				}
				connection = ask(connection, fresh, kind);
			}
		}
		catch (ConnectException ex) {
			if (!this.terminated.get()) {
				this.lost.add(kind + ": " + ex);
			}
		}
		catch (IOException | InterruptedException ex) {
			this.lost.add(kind + ": " + ex);
		}
	}

	/** Asks once; returns the connection if it can be used again. */
	private @Nullable Connection ask(Connection connection, boolean fresh, Kind kind)
			throws IOException, InterruptedException {
		int id = this.ids.incrementAndGet();
		Answer answer = null;
		try {
			kind.send(connection, id);
			answer = connection.receiveIfAny();
		}
		catch (SocketException ex) {
			// reset, or closed before all was sent: no answer, which is judged below
			answer = null;
		}
		if (answer == null && fresh && this.terminated.get()) {
			// nobody took the connection before the port was closed, unless the access
			// log knows it
			this.refused.incrementAndGet();
		}
		else if (answer == null) {
			this.lost.add(kind + ": closed without an answer, and without notice");
		}
		else if (answer.isRefusal()) {
			this.refused.incrementAndGet();
			this.answered.add(id);
		}
		else if (answer.status() == 200) {
			this.answered.add(id);
			if (this.terminated.get()) {
				this.answeredAfterTheSignal.incrementAndGet();
			}
		}
		else {
			this.lost.add(kind + ": " + answer.summary());
		}
		if (answer == null || answer.closes() || kind == Kind.NEW_CONNECTION) {
			connection.close();
			return null;
		}
		return connection;
	}

	private static Set<Integer> logged(Path folder) throws IOException {
		Set<Integer> ids = new HashSet<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.toList()) {
				for (String line : Files.readAllLines(file)) {
					if (!line.equals("-")) {
						ids.add(Integer.valueOf(line));
					}
				}
			}
		}
		return ids;
	}

	/** What clients do. */
	private enum Kind {

		KEPT_CONNECTION, NEW_CONNECTION, LARGE_ANSWER, SLOW_BODY;

		void send(Connection connection, int id) throws IOException, InterruptedException {
			String rest = " HTTP/1.1\r\nHost: a\r\nX-Id: " + id + "\r\n";
			switch (this) {
				case KEPT_CONNECTION, NEW_CONNECTION -> {
					connection.send("GET /sigmoid?x=1" + rest + "\r\n");
					Thread.sleep(1);
				}
				case LARGE_ANSWER -> connection.send("GET /sigmoid?start=0&stop=1&count=300000" + rest + "\r\n");
				case SLOW_BODY -> {
					connection.send("POST /sigmoid" + rest
							+ "Content-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"x\":[");
					Thread.sleep(100);
					connection.send("1,2]}");
				}
			}
		}

	}

}
