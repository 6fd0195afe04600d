package dev.sigmoid.format;

import java.util.Locale;
import java.util.regex.Pattern;

/** Says what is wrong with a text that {@link NumberReader} took for no number. */
final class NumberFault {

	private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

	private static final Pattern FINITE_EXPONENT = Pattern.compile("[^eE]*([eE][+-]?0*([0-3]?\\d?\\d|400))?");

	private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(nan|inf|infinity)");

	private NumberFault() {
	}

	/** Returns what is wrong and what to give instead, for text of the grammar or not. */
	static String of(String text, NumberReader.Grammar grammar) {
		String shown = Excerpt.of(text);
		if (NOT_FINITE.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
			return shown + " is not finite; only finite numbers are taken";
		}
		if (text.length() > NumberReader.MAX_LENGTH) {
			return shown + " has more than " + NumberReader.MAX_LENGTH + " characters; write it shorter";
		}
		if (!DECIMAL.matcher(text).matches()) {
			return shown + " is not a number; write a decimal such as -0.5 or 1e-3";
		}
		if (!FINITE_EXPONENT.matcher(text).matches()) {
			return shown + " has an exponent beyond ±" + NumberReader.MAX_EXPONENT + "; give a finite double";
		}
		if (Double.isInfinite(Double.parseDouble(text))) {
			return shown + " is too great for a double; the greatest is 1.7976931348623157e308";
		}
		return (grammar == NumberReader.Grammar.JSON) ? shown
				+ " is not a JSON number; write digits on both sides of the point, no plus sign, no leading zeros"
				: shown + " is not a number; write a decimal such as -0.5 or 1e-3";
	}

}
