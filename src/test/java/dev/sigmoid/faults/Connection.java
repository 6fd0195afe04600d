package dev.sigmoid.faults;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;

/**
 * A client's connection, as thin as HTTP/1.1 allows: what is sent need not be a request,
 * and reading costs little beside what is measured.
 */
final class Connection implements Closeable {

	/** However busy the service is, a longer silence is a hang. */
	static final int PATIENCE_MILLIS = 10_000;

	private static final int START = 2048;

	private final Socket socket;

	private final InputStream in;

	private final byte[] buffer = new byte[64 * 1024];

	private int position;

	private int limit;

	Connection(int port) throws IOException {
		this(new Socket(InetAddress.getLoopbackAddress(), port));
	}

	Connection(Socket socket) throws IOException {
		this.socket = socket;
		this.socket.setSoTimeout(PATIENCE_MILLIS);
		this.socket.setTcpNoDelay(true);
		this.in = socket.getInputStream();
	}

	Socket socket() {
		return this.socket;
	}

	void send(String text) throws IOException {
		send(text.getBytes(StandardCharsets.UTF_8));
	}

	void send(byte[] bytes) throws IOException {
		this.socket.getOutputStream().write(bytes);
	}

	/** Sends GET, and returns the answer. */
	Answer get(String pathAndQuery) throws IOException {
		send("GET " + pathAndQuery + " HTTP/1.1\r\nHost: a\r\n\r\n");
		return receive();
	}

	/** Reads an answer, which must come whole. */
	Answer receive() throws IOException {
		Answer answer = receiveIfAny();
		if (answer == null) {
			throw new EOFException("closed without an answer");
		}
		return answer;
	}

	/** Reads an answer; null if the connection is closed instead. */
	@Nullable Answer receiveIfAny() throws IOException {
		String statusLine = line();
		if (statusLine == null) {
			return null;
		}
		if (!statusLine.matches("HTTP/1\\.1 \\d{3}( .*)?")) {
			throw new ProtocolException("not a status line: " + statusLine);
		}
		int status = Integer.parseInt(statusLine.substring(9, 12));
		Map<String, String> headers = headers();
		if (status < 200) {
			return receiveIfAny();
		}
		Body body = new Body();
		if (status != 304 && "chunked".equals(headers.get("transfer-encoding"))) {
			int size = chunkSize();
			while (size > 0) {
				take(size, body);
				line();
				size = chunkSize();
			}
			line();
		}
		else if (status != 304 && headers.containsKey("content-length")) {
			take(Long.parseLong(headers.get("content-length")), body);
		}
		return new Answer(status, headers, body.length, body.checksum.getValue(), body.start.toString());
	}

	private Map<String, String> headers() throws IOException {
		Map<String, String> headers = new HashMap<>();
		String line = line();
		while (line != null && !line.isEmpty()) {
			int colon = line.indexOf(':');
			headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
			line = line();
		}
		if (line == null) {
			throw new EOFException("cut within its headers");
		}
		return headers;
	}

	private int chunkSize() throws IOException {
		String line = line();
		if (line == null) {
			throw new EOFException("cut before its last chunk");
		}
		return Integer.parseInt(line, 16);
	}

	private void take(long count, Body body) throws IOException {
		for (long left = count; left > 0;) {
			if (this.position == this.limit && !fill()) {
				throw new EOFException("cut within its body, after %d bytes".formatted(body.length));
			}
			int part = (int) Math.min(left, this.limit - this.position);
			body.add(this.buffer, this.position, part);
			this.position += part;
			left -= part;
		}
	}

	/** Reads a line without its end; null at the end of the stream. */
	private @Nullable String line() throws IOException {
		StringBuilder line = new StringBuilder();
		while (this.position < this.limit || fill()) {
			char c = (char) this.buffer[this.position++];
			if (c == '\n') {
				return line.toString();
			}
			if (c != '\r') {
				line.append(c);
			}
		}
		if (line.isEmpty()) {
			return null;
		}
		throw new EOFException("cut within the line: " + line);
	}

	private boolean fill() throws IOException {
		this.position = 0;
		this.limit = Math.max(this.in.read(this.buffer), 0);
		return this.limit > 0;
	}

	/** Goes without a good-bye: the other side sees a reset. */
	void reset() throws IOException {
		this.socket.setSoLinger(true, 0);
		this.socket.close();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	private static final class Body {

		private final CRC32C checksum = new CRC32C();

		private final StringBuilder start = new StringBuilder();

		private long length;

		void add(byte[] bytes, int offset, int count) {
			this.checksum.update(bytes, offset, count);
			int wanted = Math.min(count, START - this.start.length());
			if (wanted > 0) {
				this.start.append(new String(bytes, offset, wanted, StandardCharsets.UTF_8));
			}
			this.length += count;
		}

	}

}
