package dev.sigmoid.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A thousand clients that take their time: half of them read a byte now and then, half of
 * them send half a request. Others do not notice.
 */
class SlowClientsIT {

	private static final int SLOW = 500;

	/**
	 * Three quarters of a container of 512 MB: the service takes as many connections as
	 * its heap has room for.
	 */
	private static final int HEAP = 384;

	private static final int SECONDS = 5;

	private static final String HALF_HEADERS = "GET /sigmoid?x=1 HTTP/1.1\r\nHost: a\r\nX-Slow: ";

	private static final String HALF_BODY = "POST /sigmoid HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
			+ "Content-Length: 1000\r\n\r\n{\"x\":[1,2,";

	private final List<Socket> sockets = new ArrayList<>();

	@Test
	void singleValuesAreAnsweredWhileAThousandClientsAreSlow() throws IOException, InterruptedException {
		try (ServiceProcess service = ServiceProcess.startWithHeap(HEAP)) {
			// the server keeps the buffers of its first clients, for the next ones
			occupy(service.port());
			release();
			Footprint before = service.quiet();
			Probe.Result idle = probe(service);
			occupy(service.port());
			Probe.Result meanwhile = probe(service);
			Footprint held = service.footprint();
			release();
			Footprint after = service.settled(before, held);
			System.out.printf(
					"idle: %s%n%d slow readers, %d half-sent requests: %s%n  before: %s%n  held:   %s%n  after:  %s%n",
					idle, SLOW, SLOW, meanwhile, before, held, after);
			assertThat(meanwhile.failures()).isEmpty();
			assertThat(service.log()).doesNotContain(" ERROR ", "OutOfMemoryError");
			assertThat(held.descriptors()).as("the clients were there").isGreaterThan(before.descriptors() + SLOW);
			assertThat(after).as("%s, before: %s", after, before)
				.matches((now) -> now.isBackTo(before, held), "is back to it");
		}
	}

	private void occupy(int port) throws IOException {
		for (int i = 0; i < SLOW; i++) {
			// the largest answer, and the largest of which any number may be under way
			Socket reader = connect(port);
			int count = (i % 2 == 0) ? 1_000_000 : 10_000;
			write(reader, "GET /sigmoid?start=-6&stop=6&count=" + count + " HTTP/1.1\r\nHost: a\r\n\r\n");
			Thread.startVirtualThread(() -> readSlowly(reader));
			write(connect(port), (i % 2 == 0) ? HALF_HEADERS : HALF_BODY);
		}
	}

	private void release() throws IOException {
		for (Socket socket : this.sockets) {
			socket.close();
		}
		this.sockets.clear();
	}

	private static Probe.Result probe(ServiceProcess service) throws InterruptedException {
		Probe probe = Probe.start(service.port(), 4, 5);
		TimeUnit.SECONDS.sleep(SECONDS);
		return probe.stop();
	}

	private Socket connect(int port) throws IOException {
		Socket socket = new Socket();
		// as little as the system allows waits on the client's side
		socket.setReceiveBufferSize(4096);
		socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		this.sockets.add(socket);
		return socket;
	}

	private static void write(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
	}

	private static void readSlowly(Socket socket) {
		try {
			while (socket.getInputStream().read() >= 0) {
				Thread.sleep(200);
			}
		}
		catch (IOException | InterruptedException ex) {
			// closed: a slow reader may be sent away
			return;
		}
	}

}
