package dev.sigmoid.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import dev.sigmoid.format.NumberReader.Grammar;
import dev.sigmoid.grid.TooManyPointsException;

/**
 * Reads the JSON text <code>{"x":[…]}</code>, an array of at least one number and nothing
 * else, straight into doubles as its bytes arrive.
 *
 * <p>
 * White space, numbers and the escapes of the member's name are those of RFC 8259, in
 * UTF-8 without a byte order mark. Numbers have the limits of {@link NumberReader} and
 * must be finite as doubles.
 */
final class JsonBatch {

	private static final String EXAMPLE = "{\"x\":[-0.5,1e-3]}";

	/** The most bytes that are looked at to find where a faulty value ends. */
	private static final int TOKEN = NumberReader.MAX_LENGTH + 2;

	private final NumberReader numbers = new NumberReader(Grammar.JSON);

	private final Body body;

	private final Values values;

	private JsonBatch(Body body, Values values) {
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
		new JsonBatch(new Body(in), values).readObject();
		return values.toArray();
	}

	private void readObject() throws IOException {
		int c = next();
		if (c != '{') {
			throw this.body.malformed(faultOfStart(c));
		}
		this.body.skip(1);
		if (next() == '}') {
			throw this.body.malformed("no value at all; give x, as in " + EXAMPLE);
		}
		readName();
		expect(':', "':' must follow the name \"x\"");
		if (next() != '[') {
			throw unexpected("x must be an array, as in " + EXAMPLE);
		}
		this.body.skip(1);
		readValues();
		readEnd();
	}

	/** Reads the name of a member, which must be x. */
	private void readName() throws IOException {
		if (next() != '"') {
			throw unexpected("a member's name in double quotes must follow");
		}
		this.body.require(Body.LOOKAHEAD);
		JsonName name = JsonName.read(this.body);
		if (!name.text().equals("x")) {
			throw this.body.malformed("unknown member " + Excerpt.of(name.text()) + "; only \"x\" is taken");
		}
		if (this.values.size() > 0) {
			throw this.body.malformed("\"x\" is given a second time; put all values into one array");
		}
		this.body.moveTo(name.end());
	}

	private void readValues() throws IOException {
		if (next() == ']') {
			throw this.body.malformed("no value at all; x must hold at least one number");
		}
		readValue();
		int c;
		while ((c = next()) == ',') {
			this.body.skip(1);
			next();
			readValue();
		}
		if (c != ']') {
			throw unexpected("',' or ']' must follow a value");
		}
		this.body.skip(1);
	}

	private void readValue() throws IOException {
		this.body.require(TOKEN);
		byte[] bytes = this.body.bytes();
		double value = this.numbers.read(bytes, this.body.position());
		if (!Double.isFinite(value) || !mayFollow(bytes[this.numbers.end()])) {
			throw faultOfValue();
		}
		this.values.add(value);
		this.body.moveTo(this.numbers.end());
	}

	/** Tells whether a number ends before this byte; the padding behind the body is 0. */
	private static boolean mayFollow(byte b) {
		return b == ',' || b == ']' || (b <= ' ' && b >= 0) || b == '}';
	}

	private void readEnd() throws IOException {
		if (next() == ',') {
			this.body.skip(1);
			readName();
		}
		expect('}', "'}' must follow the array");
		if (next() != Body.END) {
			throw this.body.malformed("there is more behind the object's '}'; send one object");
		}
	}

	private void expect(char wanted, String reason) throws IOException {
		if (next() != wanted) {
			throw unexpected(reason);
		}
		this.body.skip(1);
	}

	/** Skips white space and returns the byte behind it, without moving on. */
	private int next() throws IOException {
		int c;
		while ((c = this.body.peek()) <= ' ') {
			if (c == '\n') {
				this.body.skipLineFeed();
			}
			else if (c == ' ' || c == '\t' || c == '\r') {
				this.body.skip(1);
			}
			else {
				return c;
			}
		}
		return c;
	}

	private MalformedBodyException unexpected(String reason) throws IOException {
		int c = this.body.peek();
		return this.body.malformed((c == Body.END) ? "the body ends here; " + reason : reason + ", not " + kind(c));
	}

	private String faultOfStart(int c) throws IOException {
		return switch (c) {
			case Body.END -> "the body is empty; send an object such as " + EXAMPLE;
			case '[' -> "the body is an array; send it in an object, as in " + EXAMPLE;
			case 0xef, 0xfe, 0xff, 0 -> "the body must start with '{'; send UTF-8 without a byte order mark";
			default -> "the body is " + kind(c) + "; send an object such as " + EXAMPLE;
		};
	}

	private MalformedBodyException faultOfValue() throws IOException {
		int index = this.values.size();
		int c = this.body.peek();
		String kind = kind(c);
		if (c == Body.END) {
			return this.body.malformed(index, "the body ends here; a number must follow");
		}
		if (c == ',' || c == ']' || c == '}') {
			return this.body.malformed(index, "a number is missing before '" + (char) c + "'");
		}
		if (c == '"' || c == '[' || c == '{' || kind.equals("null") || kind.equals("a boolean")) {
			return this.body.malformed(index, kind + " is not taken; write a number, as in " + EXAMPLE);
		}
		return this.body.malformed(index, NumberFault.of(token(), Grammar.JSON));
	}

	/**
	 * Returns the bytes up to one that ends a value, but no more than show that it is too
	 * long.
	 */
	private String token() throws IOException {
		this.body.require(TOKEN);
		int start = this.body.position();
		int end = start;
		while (end < Math.min(this.body.limit(), start + TOKEN) && !mayFollow(this.body.bytes()[end])) {
			end++;
		}
		return new String(this.body.bytes(), start, end - start, StandardCharsets.UTF_8);
	}

	/** Names the kind of thing that starts here with this byte. */
	private String kind(int c) throws IOException {
		return switch (c) {
			case Body.END -> "the end";
			case '"' -> "a string";
			case '[' -> "an array";
			case '{' -> "an object";
			case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> "a number";
			case 't', 'f' -> token().matches("true|false") ? "a boolean" : Excerpt.of(token());
			case 'n' -> token().equals("null") ? "null" : Excerpt.of(token());
			default -> Excerpt.of(String.valueOf((char) c));
		};
	}

}
