package dev.sigmoid.service;

/**
 * The columns that a table can have, in their order.
 */
public enum Column {

	/** The abscissa. */
	X("x"),

	/** The function. */
	Y("y"),

	/** The derivative of the function. */
	DY("dy");

	private final String title;

	Column(String title) {
		this.title = title;
	}

	/** Returns the name that clients see. */
	public String title() {
		return this.title;
	}

}
