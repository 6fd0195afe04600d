package dev.sigmoid.grid;

/**
 * The points that were asked for do not exist. The message is what the client reads.
 */
public final class InvalidGridException extends IllegalArgumentException {

	private static final long serialVersionUID = 1;

	private final String parameter;

	private final String detail;

	/**
	 * Blames one parameter.
	 * @param parameter its name
	 * @param detail what is wrong with it and what to give instead, a clause whose
	 * subject is the parameter
	 */
	public InvalidGridException(String parameter, String detail) {
		super(parameter + " " + detail);
		this.detail = detail;
		this.parameter = parameter;
	}

	/** Returns the name of the parameter to blame. */
	public String parameter() {
		return this.parameter;
	}

	/** Returns the clause whose subject is the parameter. */
	public String detail() {
		return this.detail;
	}

}
