package dev.sigmoid.format;

/**
 * A piece of a client's text, fit to be shown in an error: printable ASCII, in quotes,
 * and short.
 */
final class Excerpt {

	private static final int MAX_CHARACTERS = 32;

	private Excerpt() {
	}

	/**
	 * Returns the text in quotes, cut behind 32 characters; others than ASCII escaped.
	 */
	static String of(String text) {
		StringBuilder excerpt = new StringBuilder("\"");
		text.chars().limit(MAX_CHARACTERS).forEach((c) -> {
			if (c >= ' ' && c <= '~') {
				excerpt.append((char) c);
			}
			else {
				excerpt.append(String.format("\\u%04x", c));
			}
		});
		return excerpt.append((text.length() > MAX_CHARACTERS) ? "…\"" : "\"").toString();
	}

}
