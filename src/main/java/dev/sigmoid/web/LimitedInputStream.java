package dev.sigmoid.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import dev.sigmoid.web.load.Pace;
import dev.sigmoid.web.load.Pace.Transfer;

/**
 * A request's body that may not be longer than a limit, though it comes in chunks and
 * does not say its length beforehand, nor slower.
 */
final class LimitedInputStream extends FilterInputStream {

	private final long limit;

	private final Transfer transfer;

	private long count;

	/**
	 * Wraps a body.
	 * @param body the body
	 * @param limit how many bytes it may have
	 * @param pace the slowest at which they may come
	 */
	LimitedInputStream(InputStream body, long limit, Pace pace) {
		super(body);
		this.limit = limit;
		this.transfer = pace.start();
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int read = super.read(target, offset, length);
		this.count += Math.max(read, 0);
		if (this.count > this.limit) {
			throw new BodyTooLargeException("more than the limit of", this.limit);
		}
		if (!this.transfer.isInTime(Math.max(read, 0))) {
			throw new BodyTooSlowException(this.count);
		}
		return read;
	}

	/** The body comes too slowly; the message is what the client reads. */
	static final class BodyTooSlowException extends RuntimeException {

		private static final long serialVersionUID = 1;

		BodyTooSlowException(long count) {
			super("only %d bytes of the body came in time: send it faster, or in several requests".formatted(count));
		}

	}

	/** The body is larger than the limit; the message is what the client reads. */
	static final class BodyTooLargeException extends RuntimeException {

		private static final long serialVersionUID = 1;

		BodyTooLargeException(String length, long limit) {
			super("the body has %s %d bytes: send it in several requests".formatted(length, limit));
		}

	}

}
