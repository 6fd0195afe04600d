package dev.sigmoid.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text on its way out: gathered in one array, sent in large pieces.
 *
 * <p>
 * A block of rows is reserved at once, then written without further checks.
 */
final class TextBuffer {

	private static final int ONE_ROW = 256;

	private static final int MANY_ROWS = 64 * 1024;

	private final OutputStream out;

	private final byte[] bytes;

	private int length;

	/**
	 * Makes an empty buffer.
	 * @param out where the text goes
	 * @param rows how many rows are expected; for a single one the array is small
	 */
	TextBuffer(OutputStream out, long rows) {
		this.out = out;
		this.bytes = new byte[(rows == 1) ? ONE_ROW : MANY_ROWS];
	}

	/** Returns the bytes of ASCII text, to be put often. */
	static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/** Makes room for {@code count} more bytes. */
	void reserve(int count) throws IOException {
		if (this.length + count > this.bytes.length) {
			flush();
		}
	}

	/** Puts ASCII text; room is reserved. */
	void put(byte[] ascii) {
		System.arraycopy(ascii, 0, this.bytes, this.length, ascii.length);
		this.length += ascii.length;
	}

	/** Puts a number; room is reserved. */
	void put(double value) {
		this.length = Digits.write(value, this.bytes, this.length);
	}

	/** Puts the next of many numbers; room is reserved. */
	void putNext(Numbers numbers) {
		this.length = numbers.writeNext(this.bytes, this.length);
	}

	/** Puts many numbers, a separator behind each; room is reserved. */
	void putAll(Numbers numbers, char separator) {
		this.length = numbers.writeAll(separator, this.bytes, this.length);
	}

	/** Puts a character in the place of the last one, which has not been sent. */
	void replaceLast(char character) {
		this.bytes[this.length - 1] = (byte) character;
	}

	/** Sends what has been gathered. */
	void flush() throws IOException {
		this.out.write(this.bytes, 0, this.length);
		this.length = 0;
	}

}
