package dev.sigmoid.format;

/**
 * Says that a request's body is not what its media type and the contract ask for: what is
 * wrong, what to give instead, and where. The message is what the client reads; it is
 * short and printable whatever the body holds.
 *
 * <p>
 * Unchecked, as it is an answer to the client and must reach the one place that makes
 * answers of exceptions; an {@link java.io.IOException} would be taken for a broken
 * connection by whoever reads streams in between.
 */
public final class MalformedBodyException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String place;

	private final String reason;

	MalformedBodyException(String place, String reason) {
		super(place + ": " + reason);
		this.place = place;
		this.reason = reason;
	}

	/**
	 * Returns where it is, such as {@code line 1, column 14 (x[3])} or
	 * {@code record batch 2, row 5 (x[12])}; values count from 0, columns in bytes and
	 * everything else from 1.
	 */
	public String place() {
		return this.place;
	}

	/** Returns what is wrong and what to do, without the place. */
	public String reason() {
		return this.reason;
	}

}
