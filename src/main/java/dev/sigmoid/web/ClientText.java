package dev.sigmoid.web;

/**
 * Text of the client's that an error repeats.
 */
final class ClientText {

	private static final int LONGEST = 40;

	private ClientText() {
	}

	/** Returns the text without anything but printable ASCII, and shortened. */
	static String shown(String text) {
		String start = (text.length() > LONGEST) ? text.substring(0, LONGEST) + "..." : text;
		return start.replaceAll("[^\\x20-\\x7e]", "?");
	}

}
