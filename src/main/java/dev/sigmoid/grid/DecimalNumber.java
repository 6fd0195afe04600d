package dev.sigmoid.grid;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that a query may hold: decimal, ASCII, with an optional exponent, finite.
 *
 * <p>
 * Length and exponent are bounded before any arithmetic, so that no text costs more than
 * a few microseconds.
 */
public final class DecimalNumber {

	/** The most characters that a number may have. */
	public static final int MAX_LENGTH = 64;

	/** The largest magnitude of an exponent. */
	public static final int MAX_EXPONENT = 400;

	private static final Pattern SYNTAX = Pattern
		.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE]([+-]?[0-9]+))?");

	private static final int EXPONENT_DIGITS = 3;

	private DecimalNumber() {
	}

	/**
	 * Reads a number exactly.
	 * @param parameter the name of the parameter that it was given for
	 * @param text the number as it was given
	 * @throws InvalidGridException if it is malformed, too long or not finite
	 */
	public static BigDecimal exact(String parameter, String text) {
		check(parameter, text);
		BigDecimal number = new BigDecimal(text);
		nearest(parameter, number.doubleValue(), text);
		return number;
	}

	/**
	 * Reads a number to the nearest double, ties to even.
	 * @param parameter the name of the parameter that it was given for
	 * @param text the number as it was given
	 * @throws InvalidGridException if it is malformed, too long or not finite
	 */
	public static double nearest(String parameter, String text) {
		check(parameter, text);
		return nearest(parameter, Double.parseDouble(text), text);
	}

	private static double nearest(String parameter, double value, String text) {
		if (Double.isInfinite(value)) {
			throw new InvalidGridException(parameter,
					"must be finite: %s is beyond the largest double, about 1.8e308".formatted(text));
		}
		return value;
	}

	private static void check(String parameter, String text) {
		if (text.isEmpty()) {
			throw new InvalidGridException(parameter, "must hold a number, and is empty");
		}
		if (text.length() > MAX_LENGTH) {
			throw new InvalidGridException(parameter,
					"must have at most %d characters a number, and has %d".formatted(MAX_LENGTH, text.length()));
		}
		if (isPlain(text)) {
			return;
		}
		Matcher matcher = SYNTAX.matcher(text);
		if (!matcher.matches()) {
			throw new InvalidGridException(parameter, advice(text));
		}
		String exponent = matcher.group(1);
		if (exponent != null && tooLarge(exponent)) {
			throw new InvalidGridException(parameter,
					"must have an exponent from -%1$d to %1$d, and is %2$s".formatted(MAX_EXPONENT, text));
		}
	}

	/**
	 * Tells whether it is digits with at most a minus sign before and a point among them,
	 * as most numbers are: those need no pattern, which costs more than the sigmoid.
	 */
	private static boolean isPlain(String text) {
		int points = 0;
		for (int i = (text.charAt(0) == '-') ? 1 : 0; i < text.length(); i++) {
			char c = text.charAt(i);
			points += (c == '.') ? 1 : 0;
			if ((c < '0' || c > '9') && c != '.') {
				return false;
			}
		}
		char last = text.charAt(text.length() - 1);
		return points <= 1 && last >= '0' && last <= '9';
	}

	private static boolean tooLarge(String exponent) {
		String digits = exponent.replaceFirst("^[+-]?0*", "");
		return digits.length() > EXPONENT_DIGITS || (!digits.isEmpty() && Integer.parseInt(digits) > MAX_EXPONENT);
	}

	private static String advice(String text) {
		String rule = "must be a finite decimal number such as -0.5 or 1e-3, and is '%s'".formatted(printable(text));
		return text.contains(" ") ? rule + ": write a plus sign in a query as %2B, where + means a space" : rule;
	}

	private static String printable(String text) {
		return text.replaceAll("[^\\x20-\\x7e]", "?");
	}

}
