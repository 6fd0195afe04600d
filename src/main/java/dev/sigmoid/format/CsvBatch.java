package dev.sigmoid.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import dev.sigmoid.format.NumberReader.Grammar;
import dev.sigmoid.grid.TooManyPointsException;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV of the one column {@code x}, straight into doubles as its bytes arrive.
 *
 * <p>
 * The first line is the header {@code x}, each further line a number, at least one. A
 * line ends with LF or CRLF, the last one may do without; empty lines may follow it.
 * Header and numbers may be quoted (RFC 4180); spaces and tabs around them, outside the
 * quotes, do not count. A byte order mark, as spreadsheets write it, may come first.
 * Numbers are those of {@link Grammar#PLAIN} with the limits of {@link NumberReader},
 * finite as doubles.
 */
final class CsvBatch {

	private static final int TOKEN = NumberReader.MAX_LENGTH + 4;

	private final NumberReader numbers = new NumberReader(Grammar.PLAIN);

	private final Body body;

	private final Values values;

	private @Nullable MalformedBodyException blankLine;

	private CsvBatch(Body body, Values values) {
		this.body = body;
		this.values = values;
	}

	/**
	 * Returns the values of a body, in their order.
	 * @param in the body
	 * @param values takes them, none as yet
	 * @throws MalformedBodyException if the body is anything else than described above
	 * @throws TooManyPointsException if there are more values than are taken
	 * @throws IOException as the stream throws it
	 */
	static double[] read(InputStream in, Values values) throws IOException {
		new CsvBatch(new Body(in), values).readLines();
		return values.toArray();
	}

	private void readLines() throws IOException {
		skipByteOrderMark();
		readHeader();
		while (skipBlanks() != Body.END) {
			if (atLineEnd()) {
				readBlankLine();
			}
			else {
				readValue();
			}
		}
		if (this.values.size() == 0) {
			throw this.body.malformed("no value at all; give a number a line below the header x");
		}
	}

	private void skipByteOrderMark() throws IOException {
		this.body.require(3);
		byte[] bytes = this.body.bytes();
		if (bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
			this.body.skip(3);
			this.body.startLine();
		}
	}

	private void readHeader() throws IOException {
		if (skipBlanks() == Body.END) {
			throw this.body.malformed("the body is empty; the first line must be the header x");
		}
		this.body.require(TOKEN);
		byte[] bytes = this.body.bytes();
		int start = this.body.position();
		int quote = (bytes[start] == '"') ? 1 : 0;
		boolean isX = bytes[start + quote] == 'x' && (quote == 0 || bytes[start + 2] == '"');
		if (!isX) {
			throw this.body.malformed(faultOfHeader(token()));
		}
		this.body.skip(1 + 2 * quote);
		skipBlanks();
		if (!atLineEnd()) {
			throw this.body.malformed(faultOfHeader(((quote == 1) ? "\"x\"" : "x") + token()));
		}
		skipLineEnd();
	}

	private void readValue() throws IOException {
		if (this.blankLine != null) {
			throw this.blankLine;
		}
		this.body.require(TOKEN);
		byte[] bytes = this.body.bytes();
		int start = this.body.position();
		int quote = (bytes[start] == '"') ? 1 : 0;
		double value = this.numbers.read(bytes, start + quote);
		if (!Double.isFinite(value)) {
			throw faultOfValue();
		}
		int end = this.numbers.end();
		if (!mayFollow(bytes[end], quote)) {
			throw faultOfValue();
		}
		this.body.moveTo(end + quote);
		this.values.add(value);
		if (bytes[end + quote] == '\r' && bytes[end + quote + 1] == '\n') {
			this.body.skip(1);
			this.body.skipLineFeed();
			return;
		}
		skipBlanks();
		if (!atLineEnd()) {
			throw this.body.malformed(this.values.size() - 1, "one number a line, in the only column x");
		}
		skipLineEnd();
	}

	/** Tells whether a number ends before this byte; the padding behind the body is 0. */
	private static boolean mayFollow(byte b, int quote) {
		return (quote == 1) ? b == '"' : b <= ' ' && b >= 0;
	}

	/** Keeps the place of the first blank line; an error only if a value follows. */
	private void readBlankLine() throws IOException {
		if (this.blankLine == null) {
			this.blankLine = this.body.malformed(this.values.size(), "a blank line; give a number a line");
		}
		skipLineEnd();
	}

	/** Skips spaces and tabs and returns the byte behind them, without moving on. */
	private int skipBlanks() throws IOException {
		int c;
		while ((c = this.body.peek()) == ' ' || c == '\t') {
			this.body.skip(1);
		}
		return c;
	}

	private boolean atLineEnd() throws IOException {
		int c = this.body.peek();
		if (c == '\r') {
			this.body.require(2);
			return this.body.bytes()[this.body.position() + 1] == '\n';
		}
		return c == '\n' || c == Body.END;
	}

	private void skipLineEnd() throws IOException {
		if (this.body.peek() == '\r') {
			this.body.skip(1);
		}
		if (this.body.peek() != Body.END) {
			this.body.skipLineFeed();
		}
	}

	private static String faultOfHeader(String line) {
		if (hasSeparator(line)) {
			return "several columns, " + Excerpt.of(line) + "; only a column x is taken";
		}
		return "the first line must be the header x, not " + Excerpt.of(line);
	}

	private MalformedBodyException faultOfValue() throws IOException {
		int index = this.values.size();
		String line = token();
		if (line.startsWith("\"") && line.indexOf('"', 1) < 0) {
			return this.body.malformed(index, "the quote of " + Excerpt.of(line) + " is not closed in this line");
		}
		if (line.startsWith("\"") && line.endsWith("\"")) {
			return this.body.malformed(index, NumberFault.of(line.substring(1, line.length() - 1), Grammar.PLAIN));
		}
		if (hasSeparator(line)) {
			return this.body.malformed(index,
					Excerpt.of(line) + " is more than one column; only a column x is taken, its decimals with a point");
		}
		return this.body.malformed(index, NumberFault.of(line, Grammar.PLAIN));
	}

	private static boolean hasSeparator(String line) {
		return line.indexOf(',') >= 0 || line.indexOf(';') >= 0 || line.indexOf('\t') >= 0;
	}

	/**
	 * Returns the line from here on, but no more of it than shows that it is too long.
	 */
	private String token() throws IOException {
		this.body.require(TOKEN);
		int start = this.body.position();
		int end = start;
		while (end < Math.min(this.body.limit(), start + TOKEN) && this.body.bytes()[end] != '\n') {
			end++;
		}
		return new String(this.body.bytes(), start, end - start, StandardCharsets.UTF_8).strip();
	}

}
