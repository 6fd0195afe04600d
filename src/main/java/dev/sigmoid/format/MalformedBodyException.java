package dev.sigmoid.format;

/** Stand-in. */
public final class MalformedBodyException extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final String place;

	private final String detail;

	public MalformedBodyException(String place, String detail) {
		super(place + ": " + detail);
		this.detail = detail;
		this.place = place;
	}

	public String place() {
		return this.place;
	}

	public String detail() {
		return this.detail;
	}

}
