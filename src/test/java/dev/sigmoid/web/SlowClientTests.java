package dev.sigmoid.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.sigmoid.SigmoidApplication;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that keep a connection by a byte now and then, with little patience for them.
 */
@DirtiesContext
@SpringBootTest(classes = SigmoidApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "sigmoid.drain-delay=0s", "sigmoid.patience=1s", "sigmoid.slowest-transfer=10MB",
				"server.tomcat.connection-timeout=2s" })
class SlowClientTests {

	private static final String HEAD = """
			POST /sigmoid HTTP/1.1
			Host: a
			Content-Type: application/json
			Content-Length: 1000

			{"x":[0""".replace("\n", "\r\n");

	@LocalServerPort
	private int port;

	@Test
	void bodyThatComesByteByByteIsGivenUpAndItsConnectionClosed() throws Exception {
		try (RawConnection connection = new RawConnection(this.port)) {
			long start = System.nanoTime();
			connection.send(HEAD);
			Thread sender = Thread.ofVirtual().start(() -> trickle(connection));
			String answer = connection.readAll();
			assertThat(answer).startsWith("HTTP/1.1 408 ")
				.contains("Connection: close", "\"type\":\"/problems#request-timeout\"",
						"bytes of the body came in time");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
			sender.interrupt();
			sender.join();
		}
	}

	@Test
	void bodyThatStopsHalfWayIsGivenUpAndItsConnectionClosed() throws IOException {
		try (RawConnection connection = new RawConnection(this.port)) {
			connection.send(HEAD);
			assertThat(connection.readAll()).startsWith("HTTP/1.1 408 ")
				.contains("Connection: close", "\"type\":\"/problems#request-timeout\"");
		}
	}

	@Test
	void headersThatComeByteByByteAreGivenUp() throws Exception {
		try (RawConnection connection = new RawConnection(this.port)) {
			long start = System.nanoTime();
			connection.send("GET /sigmoid?x=1 HTTP/1.1\r\nHost: ");
			Thread sender = Thread.ofVirtual().start(() -> trickle(connection));
			assertThat(connection.readAll()).isIn("", RawConnection.RESET);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
			sender.interrupt();
			sender.join();
		}
	}

	@Test
	void largeAnswerThatIsReadTooSlowlyIsCut() throws Exception {
		try (Socket socket = new Socket()) {
			socket.setReceiveBufferSize(65536);
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port));
			socket.setSoTimeout(10_000);
			OutputStream out = socket.getOutputStream();
			out.write("GET /sigmoid?start=0&stop=1&count=1000000&include=derivative HTTP/1.1\r\nHost: a\r\n\r\n"
				.getBytes(StandardCharsets.US_ASCII));
			InputStream in = socket.getInputStream();
			long start = System.nanoTime();
			long count = 0;
			try {
				// steady progress, but of a megabyte a second
				byte[] piece = new byte[65536];
				for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
					count += read;
					Thread.sleep(50);
				}
			}
			catch (SocketException ex) {
				// cut
			}
			assertThat(count).as("bytes of fifty million").isLessThan(10_000_000);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
		}
	}

	private static void trickle(RawConnection connection) {
		try {
			while (!Thread.currentThread().isInterrupted()) {
				Thread.sleep(100);
				connection.send("0");
			}
		}
		catch (IOException | InterruptedException ex) {
			// the server has closed, or the test is over
		}
	}

}
