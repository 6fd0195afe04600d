package dev.sigmoid.format;

/**
 * A JSON string as the name of a member, its escapes resolved.
 *
 * @param text the characters, bytes beyond ASCII one by one; of a long name only the
 * first ones
 * @param end the offset behind the closing quote, or somewhere within a long name
 */
record JsonName(String text, int end) {

	/** More than the longest name that is known, and all that an error shows. */
	private static final int MAX_CHARACTERS = 40;

	private static final String ESCAPES = "\"\\/bfnrt";

	private static final String ESCAPED = "\"\\/\b\f\n\r\t";

	/** Reads the name at the body's position, of which the lookahead is in the window. */
	static JsonName read(Body body) {
		byte[] bytes = body.bytes();
		StringBuilder text = new StringBuilder();
		int p = body.position() + 1;
		while (p < body.limit() && text.length() < MAX_CHARACTERS) {
			int c = bytes[p++] & 0xff;
			if (c == '"') {
				return new JsonName(text.toString(), p);
			}
			if (c < ' ') {
				throw body.malformed("a name holds a control character; escape it");
			}
			if (c != '\\') {
				text.append((char) c);
				continue;
			}
			int escape = ESCAPES.indexOf(bytes[p]);
			int unit = (escape >= 0) ? ESCAPED.charAt(escape) : hexadecimal(bytes, p);
			if (unit < 0) {
				throw body.malformed("a name holds an escape that JSON does not have");
			}
			text.append((char) unit);
			p += (escape >= 0) ? 1 : 5;
		}
		if (p >= body.limit()) {
			throw body.malformed("the body ends within a name that starts here");
		}
		return new JsonName(text.toString(), p);
	}

	/** Returns the code unit of {@code uXXXX}, or −1 if that is not what is there. */
	private static int hexadecimal(byte[] bytes, int offset) {
		if (bytes[offset] != 'u') {
			return -1;
		}
		int unit = 0;
		for (int i = 1; i <= 4; i++) {
			int digit = Character.digit(bytes[offset + i], 16);
			if (digit < 0) {
				return -1;
			}
			unit = (unit << 4) | digit;
		}
		return unit;
	}

}
