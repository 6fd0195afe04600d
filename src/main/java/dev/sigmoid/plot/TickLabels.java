package dev.sigmoid.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What ticks say: exact decimals, plain where that is short, else with an exponent. Ticks
 * that share many digits show only where they differ from an offset that is written once.
 *
 * @param texts the labels in the order of the ticks
 * @param offset what is to be added to each, or null if nothing is
 */
record TickLabels(List<String> texts, @Nullable String offset) {

	/** The sign of the printer, as wide as the plus; the hyphen is too short for one. */
	private static final String MINUS = "\u2212";

	/** Up to so many characters a number is not easier to read with an exponent. */
	private static final int PLAIN = 6;

	/**
	 * Labels ticks.
	 * @param ticks multiples of {@code step} in order, at least one
	 * @param step the difference of neighbours
	 * @param widest the most characters that a label should have
	 */
	static TickLabels of(List<BigDecimal> ticks, BigDecimal step, int widest) {
		List<String> texts = texts(ticks, step);
		if (width(texts) <= widest || ticks.size() == 1) {
			return new TickLabels(texts, null);
		}
		BigDecimal base = roundest(ticks.getFirst(), ticks.getLast());
		List<BigDecimal> differences = ticks.stream().map((tick) -> tick.subtract(base)).toList();
		return (base.signum() == 0) ? new TickLabels(texts, null)
				: new TickLabels(texts(differences, step), ((base.signum() > 0) ? "+" : "") + shortest(base));
	}

	/** Returns the value between the two, both included, that has the fewest digits. */
	private static BigDecimal roundest(BigDecimal first, BigDecimal last) {
		BigDecimal largest = first.abs().max(last.abs());
		int exponent = largest.precision() - largest.scale();
		while (true) {
			BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(exponent);
			BigDecimal candidate = first.divide(power, 0, RoundingMode.CEILING).multiply(power);
			if (candidate.compareTo(last) <= 0) {
				return candidate;
			}
			exponent--;
		}
	}

	/** All plain with the digits of the step, or all as short as each can be. */
	private static List<String> texts(List<BigDecimal> numbers, BigDecimal step) {
		int decimals = Math.max(step.stripTrailingZeros().scale(), 0);
		if (decimals <= PLAIN) {
			List<String> plain = numbers.stream().map((number) -> plain(number.setScale(decimals))).toList();
			if (width(plain) <= PLAIN) {
				return plain;
			}
		}
		return numbers.stream().map(TickLabels::shortest).toList();
	}

	/** Returns a number in the fewest characters that leave it exact. */
	static String shortest(BigDecimal number) {
		BigDecimal stripped = number.stripTrailingZeros();
		int exponent = stripped.precision() - stripped.scale() - 1;
		String plain = (Math.abs(exponent) < stripped.precision() + PLAIN) ? plain(stripped) : null;
		String scientific = plain(stripped.movePointLeft(exponent)) + "e" + sign(Integer.toString(exponent));
		return (plain != null && plain.length() <= Math.max(PLAIN, scientific.length())) ? plain : scientific;
	}

	private static String plain(BigDecimal number) {
		return sign(number.toPlainString());
	}

	private static String sign(String number) {
		return number.replace("-", MINUS);
	}

	private static int width(List<String> texts) {
		return texts.stream().mapToInt(String::length).max().orElse(0);
	}

}
