package dev.sigmoid.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Connections whose client does nothing more. */
@DirtiesContext
@TestPropertySource(properties = { "server.tomcat.connection-timeout=1s", "sigmoid.large-answer=500000" })
class IdleConnectionTests extends HttpTest {

	/** The time-out, and as long until it is noticed. */
	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	@Test
	void connectionWithoutARequestIsClosed() throws IOException {
		try (RawConnection connection = new RawConnection(this.port)) {
			assertThat(connection.readAll()).isEmpty();
		}
	}

	@Test
	void connectionWithoutAFurtherRequestIsClosed() throws IOException {
		try (RawConnection connection = new RawConnection(this.port)) {
			connection.send("GET /sigmoid?x=0 HTTP/1.1\r\nHost: a\r\n\r\n");
			assertThat(connection.readAll()).startsWith("HTTP/1.1 200 ").endsWith("{\"x\":0.0,\"y\":0.5}");
		}
	}

	@Test
	void connectionIsKeptAsLongAsRequestsCome() throws Exception {
		try (RawConnection connection = new RawConnection(this.port)) {
			for (int i = 0; i < 8; i++) {
				connection.send("GET /sigmoid?x=0 HTTP/1.1\r\nHost: a\r\n\r\n");
				Thread.sleep(TIMEOUT.dividedBy(4));
			}
			assertThat(connection.readAll().split("HTTP/1.1 200 ", -1)).hasSize(1 + 8);
		}
	}

	@Test
	void requestThatStopsInItsHeadersIsGivenUp() throws IOException {
		try (RawConnection connection = new RawConnection(this.port)) {
			connection.send("GET /sigmoid?x=0 HTTP/1.1\r\nHos");
			assertThat(connection.readAll()).isIn("", RawConnection.RESET);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 400_000, 1_000_000 })
	void answerThatIsNoLongerReadIsCut(int count) throws Exception {
		try (Socket socket = new Socket()) {
			socket.setReceiveBufferSize(65536);
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port));
			socket.setSoTimeout(10_000);
			String path = "/sigmoid?start=0&stop=1&include=derivative&count=" + count;
			socket.getOutputStream()
				.write("GET %s HTTP/1.1\r\nHost: a\r\n\r\n".formatted(path).getBytes(StandardCharsets.US_ASCII));
			Thread.sleep(TIMEOUT.multipliedBy(2));
			assertThat(rest(socket.getInputStream())).as("bytes of some fifty for each point").isLessThan(25L * count);
		}
	}

	private static long rest(InputStream in) throws IOException {
		long count = 0;
		try {
			byte[] piece = new byte[65536];
			for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
				count += read;
			}
		}
		catch (SocketException ex) {
			// cut
		}
		return count;
	}

}
