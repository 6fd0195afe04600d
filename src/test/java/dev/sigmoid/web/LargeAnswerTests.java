package dev.sigmoid.web;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a connection after a large answer: it changes its thread. */
class LargeAnswerTests extends HttpTest {

	private static final String LARGE = "GET /sigmoid?start=-6&stop=6&count=50000 HTTP/1.1\r\nHost: a\r\n\r\n";

	private static final String END_OF_LARGE = "]}\r\n0\r\n\r\n";

	private static final String SMALL = "GET /sigmoid?x=0 HTTP/1.1\r\nHost: a\r\n\r\n";

	private static final String END_OF_SMALL = "{\"x\":0.0,\"y\":0.5}";

	private static final String HEAD_OF_BATCH = """
			POST /sigmoid HTTP/1.1
			Host: a
			Content-Type: application/json
			Content-Length: 9

			""".replace("\n", "\r\n");

	private static final String BATCH = "{\"x\":[0]}";

	private static final String END_OF_BATCH = "{\"x\":[0.0],\"y\":[0.5]}";

	private static final int ATTEMPTS = 50;

	/** More than there are threads of the operating system for those who wait. */
	private static final int MANY = 4 * Runtime.getRuntime().availableProcessors() + 4;

	/** Longer than the next request is waited for on a thread for large answers. */
	private static final Duration PAUSE = Duration.ofMillis(200);

	@Test
	void largeAndSmallAnswersFollowEachOther() throws Exception {
		try (RawConnection connection = new RawConnection(this.port)) {
			String first = large(connection);
			assertThat(first).hasSizeGreaterThan(1_100_000);
			for (int i = 0; i < 3; i++) {
				assertThat(large(connection)).isEqualTo(first);
				small(connection);
				small(connection);
				Thread.sleep(PAUSE.multipliedBy(i));
				assertThat(large(connection)).isEqualTo(first);
				Thread.sleep(PAUSE.multipliedBy(i));
			}
		}
	}

	@Test
	void requestsSentAheadOfALargeAnswerAreAnsweredBehindIt() throws IOException {
		try (RawConnection connection = new RawConnection(this.port)) {
			connection.send(LARGE + SMALL + LARGE + LARGE + SMALL.substring(0, 20));
			connection.readUntil(END_OF_LARGE);
			connection.readUntil(END_OF_SMALL);
			connection.readUntil(END_OF_LARGE);
			connection.readUntil(END_OF_LARGE);
			connection.send(SMALL.substring(20));
			connection.readUntil(END_OF_SMALL);
		}
	}

	@Test
	void requestThatComesInPartsBehindALargeAnswerIsAnswered() throws Exception {
		try (RawConnection connection = new RawConnection(this.port)) {
			large(connection);
			for (int i = 0; i < SMALL.length(); i++) {
				connection.send(SMALL.substring(i, i + 1));
				Thread.sleep(1);
			}
			connection.readUntil(END_OF_SMALL);
			large(connection);
			sendInTwoParts(connection, SMALL, 20);
			connection.readUntil(END_OF_SMALL);
		}
	}

	@Test
	void bodyMayComeSlowlyBehindALargeAnswer() throws Exception {
		try (RawConnection connection = new RawConnection(this.port)) {
			large(connection);
			sendInTwoParts(connection, HEAD_OF_BATCH + BATCH, HEAD_OF_BATCH.length() + 5);
			connection.readUntil(END_OF_BATCH);
		}
	}

	@Test
	void requestThatComesAtOnceIsReadByAThreadOfTheOperatingSystem() throws Exception {
		boolean seen = false;
		// more than one attempt: this client may be too slow for "at once"
		for (int i = 0; i < ATTEMPTS && !seen; i++) {
			try (RawConnection connection = new RawConnection(this.port)) {
				large(connection);
				connection.send(HEAD_OF_BATCH);
				Thread.sleep(PAUSE);
				seen = areThreadsForLargeAnswersReading();
				connection.send(BATCH);
				connection.readUntil(END_OF_BATCH);
			}
		}
		assertThat(seen).isTrue();
	}

	@Test
	void connectionWaitsForLongWithoutAThreadOfTheOperatingSystem() throws Exception {
		try (RawConnection connection = new RawConnection(this.port)) {
			large(connection);
			for (int i = 0; i < ATTEMPTS && areThreadsForLargeAnswersReading(); i++) {
				Thread.sleep(PAUSE);
			}
			assertThat(areThreadsForLargeAnswersReading()).isFalse();
			small(connection);
		}
	}

	@Test
	void connectionGoesOnWhereThreadsOfTheOperatingSystemWaitForOthers() throws Exception {
		List<RawConnection> others = new ArrayList<>();
		try (RawConnection connection = new RawConnection(this.port)) {
			for (int i = 0; i < MANY; i++) {
				RawConnection other = new RawConnection(this.port);
				others.add(other);
				large(other);
				other.send(HEAD_OF_BATCH);
			}
			large(connection);
			small(connection);
			large(connection);
			for (RawConnection other : others) {
				other.send(BATCH);
				other.readUntil(END_OF_BATCH);
			}
		}
		finally {
			for (RawConnection other : others) {
				other.close();
			}
		}
	}

	private static void sendInTwoParts(RawConnection connection, String request, int length) throws Exception {
		connection.send(request.substring(0, length));
		Thread.sleep(PAUSE);
		connection.send(request.substring(length));
	}

	private static boolean areThreadsForLargeAnswersReading() {
		return Thread.getAllStackTraces()
			.entrySet()
			.stream()
			.filter((each) -> each.getKey().getName().startsWith("large-answer-"))
			.flatMap((each) -> Arrays.stream(each.getValue()))
			.anyMatch((frame) -> frame.getMethodName().equals("receive"));
	}

	/** Returns the body. */
	private static String large(RawConnection connection) throws IOException {
		connection.send(LARGE);
		connection.readUntil("\r\n\r\n");
		return connection.readUntil(END_OF_LARGE);
	}

	private static void small(RawConnection connection) throws IOException {
		connection.send(SMALL);
		connection.readUntil(END_OF_SMALL);
	}

}
