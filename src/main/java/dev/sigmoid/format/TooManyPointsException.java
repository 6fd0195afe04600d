package dev.sigmoid.format;

/**
 * Says that a request's body holds more values than an answer may. How many is not known,
 * as reading stops at the first one too many.
 */
public final class TooManyPointsException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int limit;

	TooManyPointsException(int limit) {
		super("the body has more than " + limit + " values; send them in several requests");
		this.limit = limit;
	}

	/** Returns the greatest number of values that would have been taken. */
	public int limit() {
		return this.limit;
	}

}
