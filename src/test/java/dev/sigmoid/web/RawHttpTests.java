package dev.sigmoid.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Requests that no HTTP library would send: Tomcat finds their faults before Spring sees
 * them.
 */
class RawHttpTests extends HttpTest {

	private static final int PATIENCE_MILLIS = 10_000;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			GET /sigmoid?x={} HTTP/1.1⏎Host: a⏎⏎                       | 400 | bad-request
			G@T /sigmoid?x=1 HTTP/1.1⏎Host: a⏎⏎                        | 400 | bad-request
			GET /sigmoid?x=1 HTTP/1.1⏎⏎                                | 400 | bad-request
			GET /sigmoid?x=1 HTTP/1.1⏎Host: a⏎Host: b⏎⏎                | 400 | bad-request
			GET /sigmoid?x=1 HTTP/1.1⏎Host: a b⏎⏎                      | 400 | bad-request
			GET /sigmoid?x=1 HTTP/1.1⏎Host: a⏎No colon⏎⏎               | 400 | bad-request
			GET /../../etc/passwd HTTP/1.1⏎Host: a⏎⏎                   | 400 | bad-request
			GET /%00 HTTP/1.1⏎Host: a⏎⏎                                | 400 | bad-request
			GET /sigmoid?x=%zz HTTP/1.1⏎Host: a⏎⏎                      | 400 | invalid-parameter
			POST /sigmoid HTTP/1.1⏎Host: a⏎Content-Type: application/json;charset=⏎⏎ | 415 | unsupported-media-type
			POST /sigmoid HTTP/1.1⏎Host: a⏎Content-Length: -1⏎⏎        | 400 | bad-request
			POST /sigmoid HTTP/1.1⏎Host: a⏎Content-Length: 1⏎Content-Length: 2⏎⏎ | 400 | bad-request
			POST /sigmoid HTTP/1.1⏎Host: a⏎Transfer-Encoding: nonsense⏎⏎         | 501 | not-implemented
			GET /sigmoid?x=1 HTTP/9.9⏎Host: a⏎⏎                        | 505 | http-version-not-supported
			TRACE /sigmoid?x=1 HTTP/1.1⏎Host: a⏎⏎                      | 405 | method-not-allowed
			""")
	void malformedRequestsAreProblemsToo(String request, int status, String type) throws IOException {
		String answer = exchange(request.replace("⏎", "\r\n"));
		assertThat(answer).startsWith("HTTP/1.1 " + status + " ")
			.contains("Content-Type: application/problem+json")
			.contains("\"type\":\"/problems#" + type + "\"")
			.doesNotContain("<html", "Exception", "Apache")
			.doesNotContainIgnoringCase("\nServer:");
	}

	@Test
	void clientThatAsksBeforeItSendsTooMuchIsRefusedAtOnce() throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(PATIENCE_MILLIS);
			socket.getOutputStream().write("""
					POST /sigmoid HTTP/1.1
					Host: a
					Content-Type: application/json
					Content-Length: 99999999
					Expect: 100-continue

					""".replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
			byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 413 ".length());
			assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413 ");
		}
	}

	@Test
	void malformedChunksOfABodyAreAProblem() throws IOException {
		String answer = exchange("""
				POST /sigmoid HTTP/1.1
				Host: a
				Content-Type: application/json
				Transfer-Encoding: chunked

				nonsense

				""".replace("\n", "\r\n"));
		assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
	}

	@Test
	void refusalOfMoreThanIsReadArrivesWhole() throws IOException {
		try (RawConnection connection = new RawConnection(this.port)) {
			connection.send("GET /sigmoid?x=0 HTTP/1.1\r\nHost: a\r\nX-Long: " + "1".repeat(200_000));
			assertThat(connection.readAll()).startsWith("HTTP/1.1 431 ").endsWith("}");
		}
	}

	@Test
	void clientThatIsRefusedAndGoesOnSendingIsLetGo() throws IOException {
		try (RawConnection connection = new RawConnection(this.port)) {
			connection.send("G@T /sigmoid?x=0 HTTP/1.1\r\n\r\n");
			assertThat(connection.readAll()).startsWith("HTTP/1.1 400 ").endsWith("}");
			assertThatIOException().isThrownBy(() -> {
				for (int i = 0; i < 100; i++) {
					connection.send("more");
					Thread.sleep(PATIENCE_MILLIS / 100);
				}
			});
		}
	}

	@Test
	void connectionServesThousandsOfRequests() throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(PATIENCE_MILLIS);
			InputStream in = socket.getInputStream();
			byte[] request = "GET /sigmoid?x=0 HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
			for (int i = 0; i < 2000; i++) {
				socket.getOutputStream().write(request);
				StringBuilder answer = new StringBuilder();
				while (!answer.toString().endsWith("{\"x\":0.0,\"y\":0.5}")) {
					int b = in.read();
					assertThat(b).as("answer %d: %s", i, answer).isNotNegative();
					answer.append((char) b);
				}
				assertThat(answer).doesNotContain("Connection: close");
			}
		}
	}

	/** Sends a request and reads until the server has nothing more to say. */
	private String exchange(String request) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(PATIENCE_MILLIS);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
			socket.shutdownOutput();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
