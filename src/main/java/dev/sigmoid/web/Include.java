package dev.sigmoid.web;

import org.springframework.web.context.request.WebRequest;

/**
 * What an answer holds beside the function.
 */
enum Include {

	/** Nothing. */
	NOTHING,

	/** The derivative, as a column dy. */
	DERIVATIVE;

	/** Returns whether the derivative is wanted. */
	boolean hasDerivative() {
		return this == DERIVATIVE;
	}

	/**
	 * Reads the parameter {@code include}.
	 * @throws InvalidQueryException if it is neither absent nor {@code derivative}
	 */
	static Include of(WebRequest query) {
		String text = query.getParameter(QueryParameter.INCLUDE.key());
		if (text == null) {
			return NOTHING;
		}
		if (text.equals("derivative")) {
			return DERIVATIVE;
		}
		throw new InvalidQueryException("include",
				"must be 'derivative', and is '%s'".formatted(ClientText.shown(text)));
	}

}
