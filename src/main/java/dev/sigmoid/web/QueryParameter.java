package dev.sigmoid.web;

import java.util.Locale;

/**
 * The parameters that the resources take in their query.
 */
enum QueryParameter {

	/** One value or several. */
	X,

	/** Where a range begins. */
	START,

	/** Where a range ends. */
	STOP,

	/** The difference of neighbours. */
	STEP,

	/** How many points. */
	COUNT,

	/** Whether stop belongs to the range. */
	ENDPOINT,

	/** A further column. */
	INCLUDE,

	/** The width of a picture in pixels. */
	WIDTH,

	/** The height of a picture in pixels. */
	HEIGHT,

	/** The first point of a slope. */
	FROM,

	/** The second point of a slope. */
	TO,

	/** The representation, instead of Accept. */
	FORMAT;

	private final String key = name().toLowerCase(Locale.ROOT);

	/** Returns the name in the query. */
	String key() {
		return this.key;
	}

	/** Returns whether it may be given more than once. */
	boolean isRepeatable() {
		return this == X;
	}

}
