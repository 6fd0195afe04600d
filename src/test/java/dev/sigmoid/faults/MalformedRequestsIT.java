package dev.sigmoid.faults;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that break every rule there is: each is answered with a problem or with
 * values, or its connection is closed. {@code -Dfaults.seed} repeats a run.
 */
class MalformedRequestsIT {

	private static final int REQUESTS = 10_000;

	private static final int AT_ONCE = 64;

	/**
	 * One request in so many is not followed by an end of the stream: the server has to
	 * end it.
	 */
	private static final int LEFT_OPEN = 100;

	/** No version in the request, and no status in the answer. */
	private static final Pattern HTTP_0_9 = Pattern.compile("(?m)^GET \\S+\\s*$");

	/** Tomcat answers for the server as a whole itself, and without a body. */
	private static final Pattern TO_THE_SERVER = Pattern.compile("(?m)^OPTIONS\\s+\\*");

	private final long seed = Long.getLong("faults.seed", System.nanoTime());

	private final Map<String, AtomicLong> outcomes = new ConcurrentSkipListMap<>();

	private final AtomicLong longest = new AtomicLong();

	@Test
	void tenThousandMalformedRequestsAreAnsweredWithProblemsOrClosed()
			throws IOException, InterruptedException, ExecutionException {
		System.out.println("faults.seed=" + this.seed);
		Random random = new Random(this.seed);
		List<MalformedRequest> kinds = List.of(MalformedRequest.values());
		try (ServiceProcess service = ServiceProcess.start("--server.tomcat.connection-timeout=3s")) {
			List<Future<@Nullable String>> faults = new ArrayList<>();
			try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
				for (int i = 0; i < REQUESTS; i++) {
					MalformedRequest kind = kinds.get(i % kinds.size());
					byte[] request = kind.make(random);
					boolean leftOpen = random.nextInt(LEFT_OPEN) == 0;
					faults.add(clients.submit(() -> fault(service.port(), kind, request, leftOpen)));
				}
			}
			List<String> found = new ArrayList<>();
			for (Future<@Nullable String> fault : faults) {
				if (fault.get() != null) {
					found.add(fault.get());
				}
			}
			System.out.printf("%,d malformed requests: %s; the longest took %,d ms%n", REQUESTS, this.outcomes,
					this.longest.get());
			assertThat(found.stream().limit(20)).as("faults").isEmpty();
			assertThat(service.log()).doesNotContain(" ERROR ");
			try (Connection connection = new Connection(service.port())) {
				assertThat(connection.get("/sigmoid?x=0").start()).isEqualTo("{\"x\":0.0,\"y\":0.5}");
			}
		}
	}

	/** Sends a request, and returns what is wrong with the answers, or null. */
	private @Nullable String fault(int port, MalformedRequest kind, byte[] request, boolean leftOpen) {
		long began = System.nanoTime();
		String fault = null;
		try (Connection connection = new Connection(port)) {
			send(connection, request, leftOpen);
			Answer answer = connection.receiveIfAny();
			count((answer == null) ? "closed" : String.valueOf(answer.status()));
			while (answer != null && fault == null) {
				fault = fault(answer, request);
				answer = connection.receiveIfAny();
			}
		}
		catch (SocketTimeoutException ex) {
			fault = "hangs";
		}
		catch (ProtocolException ex) {
			if (contains(request, HTTP_0_9)) {
				count("HTTP/0.9");
			}
			else {
				fault = ex.getMessage();
			}
		}
		catch (IOException ex) {
			count("reset");
		}
		this.longest.accumulateAndGet((System.nanoTime() - began) / 1_000_000, Math::max);
		return (fault == null) ? null : "%s: %s <- %s".formatted(kind, fault, HexFormat.of().formatHex(request));
	}

	private static void send(Connection connection, byte[] request, boolean leftOpen) {
		try {
			connection.send(request);
			if (!leftOpen) {
				connection.socket().shutdownOutput();
			}
		}
		catch (IOException ex) {
			// refused before it was read whole; the answer may be there all the same
			return;
		}
	}

	private static boolean contains(byte[] request, Pattern pattern) {
		return pattern.matcher(new String(request, StandardCharsets.ISO_8859_1)).find();
	}

	private static @Nullable String fault(Answer answer, byte[] request) {
		if (answer.status() == 500 || answer.status() == 503) {
			return answer.summary();
		}
		boolean empty = answer.length() == 0 && contains(request, TO_THE_SERVER);
		if (answer.status() >= 400 && !answer.isProblem() && !empty) {
			return "not a problem: " + answer.summary();
		}
		return null;
	}

	private void count(String outcome) {
		this.outcomes.computeIfAbsent(outcome, (key) -> new AtomicLong()).incrementAndGet();
	}

}
