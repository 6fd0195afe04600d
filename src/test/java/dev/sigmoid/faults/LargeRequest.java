package dev.sigmoid.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.sigmoid.format.ArrowStreamBuilder;

/**
 * The requests that cost most, of each kind: a million points, or sixteen million pixels.
 */
enum LargeRequest {

	JSON(range("json")), NDJSON(range("ndjson")), CSV(range("csv")), TEXT(range("text")), ARROW(range("arrow")),

	PICTURE(get("/sigmoid/plot?format=png&width=4000&height=4000")),

	JSON_BATCH(batch("application/json",
			IntStream.range(0, LargeRequest.POINTS)
				.mapToObj(LargeRequest::value)
				.collect(Collectors.joining(",", "{\"x\":[", "]}"))
				.getBytes(StandardCharsets.US_ASCII))),

	CSV_BATCH(batch("text/csv",
			IntStream.range(0, LargeRequest.POINTS)
				.mapToObj(LargeRequest::value)
				.collect(Collectors.joining("\n", "x\n", "\n"))
				.getBytes(StandardCharsets.US_ASCII))),

	ARROW_BATCH(batch("application/vnd.apache.arrow.stream",
			ArrowStreamBuilder.of(new Random(1).doubles(LargeRequest.POINTS, -20, 20).toArray())));

	static final int POINTS = 1_000_000;

	private final byte[] bytes;

	LargeRequest(byte[] bytes) {
		this.bytes = bytes;
	}

	/** Asks on a connection of its own; an answer may begin before the body was sent. */
	Answer ask(int port, int patienceMillis) throws IOException {
		try (Connection connection = new Connection(port)) {
			connection.socket().setSoTimeout(patienceMillis);
			Thread.startVirtualThread(() -> send(connection));
			return connection.receive();
		}
	}

	private void send(Connection connection) {
		try {
			connection.send(this.bytes);
		}
		catch (IOException ex) {
			// refused: the answer says so
			return;
		}
	}

	private static byte[] range(String format) {
		return get("/sigmoid?start=-6&stop=6&count=" + POINTS + "&format=" + format);
	}

	private static byte[] get(String pathAndQuery) {
		return "GET %s HTTP/1.1\r\nHost: a\r\n\r\n".formatted(pathAndQuery).getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] batch(String contentType, byte[] body) {
		ByteArrayOutputStream request = new ByteArrayOutputStream();
		request.writeBytes("POST /sigmoid HTTP/1.1\r\nHost: a\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
			.formatted(contentType, body.length)
			.getBytes(StandardCharsets.US_ASCII));
		request.writeBytes(body);
		return request.toByteArray();
	}

	private static String value(int index) {
		return Double.toString(index * 4e-5 - 20);
	}

}
