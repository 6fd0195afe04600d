package dev.sigmoid.grid;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * More points were asked for than an answer may have. The message is what the client
 * reads.
 */
public final class TooManyPointsException extends RuntimeException {

	private static final long serialVersionUID = 1;

	private static final int LONGEST_PLAIN_NUMBER = 19;

	/**
	 * Gives both numbers.
	 * @param asked how many points the request has
	 * @param limit how many an answer may have
	 */
	public TooManyPointsException(BigInteger asked, long limit) {
		this(abbreviated(asked), limit);
	}

	/**
	 * Gives both numbers.
	 * @param asked how many points the request has, in words if it is not known exactly
	 * @param limit how many an answer may have
	 */
	public TooManyPointsException(String asked, long limit) {
		super("%s points were asked for, an answer has at most %d: ask for fewer, or in several requests"
			.formatted(asked, limit));
	}

	private static String abbreviated(BigInteger number) {
		String digits = number.toString();
		if (digits.length() <= LONGEST_PLAIN_NUMBER) {
			return digits;
		}
		return "about " + new BigDecimal(number).round(new MathContext(2));
	}

}
