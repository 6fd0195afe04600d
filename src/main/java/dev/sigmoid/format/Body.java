package dev.sigmoid.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A request's body as it arrives: a window of bytes that moves along the stream, and the
 * place where it stands.
 *
 * <p>
 * Behind the last byte of the window there are always {@link NumberReader#PADDING} zeros,
 * so that a number ends there at the latest.
 */
final class Body {

	/** The most bytes that {@link #require} can be asked for. */
	static final int LOOKAHEAD = 256;

	/** What {@link #peek} returns behind the last byte. */
	static final int END = -1;

	private static final int CAPACITY = 32 * 1024;

	private final InputStream in;

	private final byte[] bytes = new byte[CAPACITY + NumberReader.PADDING];

	private int position;

	private int limit;

	private boolean ended;

	private long line = 1;

	/**
	 * The offset of the line's first byte, as from the window's; negative when it is
	 * gone.
	 */
	private long lineStart;

	Body(InputStream in) {
		this.in = in;
	}

	/** Returns the window, to be read from {@link #position} on. */
	byte[] bytes() {
		return this.bytes;
	}

	/** Returns the offset of the next byte in the window. */
	int position() {
		return this.position;
	}

	/** Returns the offset behind the last byte in the window. */
	int limit() {
		return this.limit;
	}

	/** Moves on within the window. */
	void moveTo(int position) {
		this.position = position;
	}

	/** Moves on over bytes that were seen. */
	void skip(int count) {
		this.position += count;
	}

	/** Moves on over the line feed that was seen. */
	void skipLineFeed() {
		this.position++;
		this.line++;
		this.lineStart = this.position;
	}

	/** Counts the columns from here. */
	void startLine() {
		this.lineStart = this.position;
	}

	/** Returns the next byte, without moving on, or {@link #END}. */
	int peek() throws IOException {
		if (this.position == this.limit) {
			require(1);
		}
		return (this.position == this.limit) ? END : this.bytes[this.position] & 0xff;
	}

	/** Brings so many bytes into the window, or all that are left if they are fewer. */
	void require(int count) throws IOException {
		if (this.limit - this.position < count && !this.ended) {
			fill(count);
		}
	}

	/** Returns where the next byte is. */
	String place() {
		return "line " + this.line + ", column " + (this.position - this.lineStart + 1);
	}

	MalformedBodyException malformed(String reason) {
		return new MalformedBodyException(place(), reason);
	}

	MalformedBodyException malformed(int index, String reason) {
		return new MalformedBodyException(place() + " (x[" + index + "])", reason);
	}

	private void fill(int count) throws IOException {
		System.arraycopy(this.bytes, this.position, this.bytes, 0, this.limit - this.position);
		this.lineStart -= this.position;
		this.limit -= this.position;
		this.position = 0;
		while (this.limit < count && !this.ended) {
			int read = this.in.read(this.bytes, this.limit, CAPACITY - this.limit);
			this.ended = read < 0;
			this.limit += Math.max(read, 0);
		}
		Arrays.fill(this.bytes, this.limit, this.limit + NumberReader.PADDING, (byte) 0);
	}

}
