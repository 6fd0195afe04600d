package dev.sigmoid.web;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A connection for requests that no client library would send. */
final class RawConnection implements AutoCloseable {

	/** What {@link #readAll} ends with if the connection did not end in order. */
	static final String RESET = "[reset]";

	private static final int PATIENCE_MILLIS = 10_000;

	private final Socket socket;

	private final InputStream in;

	RawConnection(int port) throws IOException {
		this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
		this.socket.setSoTimeout(PATIENCE_MILLIS);
		this.in = new BufferedInputStream(this.socket.getInputStream());
	}

	void send(String bytes) throws IOException {
		this.socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
	}

	/** Returns all that comes until the service closes the connection. */
	String readAll() throws IOException {
		StringBuilder answer = new StringBuilder();
		try {
			int b = this.in.read();
			while (b >= 0) {
				answer.append((char) b);
				b = this.in.read();
			}
		}
		catch (SocketException ex) {
			answer.append(RESET);
		}
		return answer.toString();
	}

	/** Returns what comes up to the end of the first occurrence of a text. */
	String readUntil(String text) throws IOException {
		StringBuilder answer = new StringBuilder();
		while (answer.indexOf(text, answer.length() - text.length()) < 0) {
			int b = this.in.read();
			if (b < 0) {
				throw new EOFException(answer.toString());
			}
			answer.append((char) b);
		}
		return answer.toString();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
