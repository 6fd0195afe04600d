package dev.sigmoid.web.load;

/**
 * There is no room for the request now; the message is what the client reads.
 */
public final class OverloadedException extends RuntimeException {

	private static final long serialVersionUID = 1;

	/** Seconds after which most of what is under way has ended. */
	public static final int RETRY_AFTER = 1;

	OverloadedException(String message) {
		// refusals come by the hundred and are no faults: none needs its stack
		super(message, null, false, false);
	}

}
