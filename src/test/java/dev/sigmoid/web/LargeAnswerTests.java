package dev.sigmoid.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a connection after a large answer: it changes its thread. */
class LargeAnswerTests extends HttpTest {

	private static final String LARGE = "GET /sigmoid?start=-6&stop=6&count=100000 HTTP/1.1\r\nHost: a\r\n\r\n";

	private static final String END_OF_LARGE = "]}\r\n0\r\n\r\n";

	private static final String SMALL = "GET /sigmoid?x=0 HTTP/1.1\r\nHost: a\r\n\r\n";

	private static final String END_OF_SMALL = "{\"x\":0.0,\"y\":0.5}";

	/** Longer than the next request is waited for on a thread for large answers. */
	private static final Duration PAUSE = Duration.ofMillis(200);

	@Test
	void largeAndSmallAnswersFollowEachOther() throws Exception {
		try (RawConnection connection = new RawConnection(this.port)) {
			String first = large(connection);
			assertThat(first).hasSizeGreaterThan(2_000_000);
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
			connection.send(SMALL.substring(0, 20));
			Thread.sleep(PAUSE);
			connection.send(SMALL.substring(20));
			connection.readUntil(END_OF_SMALL);
		}
	}

	@Test
	void bodyMayComeSlowlyBehindALargeAnswer() throws Exception {
		try (RawConnection connection = new RawConnection(this.port)) {
			large(connection);
			connection.send("POST /sigmoid HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
					+ "Content-Length: 9\r\n\r\n{\"x\":");
			Thread.sleep(PAUSE);
			connection.send("[0]}");
			connection.readUntil("{\"x\":[0.0],\"y\":[0.5]}");
		}
	}

	@Test
	void connectionWaitsForLongWithoutAThreadOfTheOperatingSystem() throws Exception {
		try (RawConnection connection = new RawConnection(this.port)) {
			large(connection);
			large(connection);
			Thread.sleep(PAUSE);
			assertThat(framesOfThreadsForLargeAnswers()).doesNotContain("receive");
			small(connection);
		}
	}

	private static Stream<String> framesOfThreadsForLargeAnswers() {
		Map<Thread, StackTraceElement[]> threads = Thread.getAllStackTraces();
		assertThat(threads.keySet()).anyMatch(LargeAnswerTests::isForLargeAnswers);
		return threads.entrySet()
			.stream()
			.filter((each) -> isForLargeAnswers(each.getKey()))
			.flatMap((each) -> Arrays.stream(each.getValue()))
			.map(StackTraceElement::getMethodName);
	}

	private static boolean isForLargeAnswers(Thread thread) {
		return thread.getName().startsWith("large-answer-");
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
