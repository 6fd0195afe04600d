package dev.sigmoid.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads decimals from bytes, correctly rounded: each gives the double nearest to it, of
 * two equally near the one whose last bit is 0. Underflow gives a zero of the decimal's
 * sign.
 *
 * <p>
 * <b>Method.</b> The first 19 significant digits make an integer w, the number is w·10^q,
 * and {@link NearestDouble} rounds it. Digits beyond the nineteenth put the number
 * between w and w + 1; it is decided if those two round alike. What is left undecided
 * goes to {@link Double#parseDouble}.
 */
final class NumberReader {

	/** The most characters that a number may have. */
	static final int MAX_LENGTH = 64;

	/** The greatest exponent that may be written, and the least when negated. */
	static final int MAX_EXPONENT = 400;

	/**
	 * The bytes that an array must have behind the last one of its content; no digits.
	 */
	static final int PADDING = 8;

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	/** Any integer of so many digits is less than 2⁶⁴. */
	private static final int MAX_DIGITS = 19;

	private static final long ZEROS = 0x3030_3030_3030_3030L;

	/** How a number may be written. */
	enum Grammar {

		/**
		 * As RFC 8259 has it: a digit on both sides of a point, no leading zeros, no plus
		 * sign.
		 */
		JSON,

		/** {@code [+-]? (digits [. digits*] | . digits) ([eE] [+-]? digits)?} */
		PLAIN

	}

	private final boolean strict;

	private int end;

	NumberReader(Grammar grammar) {
		this.strict = grammar == Grammar.JSON;
	}

	/** Returns the offset behind the number that was read last. */
	int end() {
		return this.end;
	}

	/**
	 * Reads the number at an offset, up to the first byte that can't belong to it.
	 * @return the double; infinite if it is too great for one; NaN if no number is there
	 * by the grammar and the limits
	 */
	double read(byte[] bytes, int start) {
		byte sign = bytes[start];
		int first = (sign == '-' || (sign == '+' && !this.strict)) ? start + 1 : start;
		int p = first;
		long w = 0;
		for (int digit = digit(bytes[p]); digit < 10; digit = digit(bytes[p])) {
			w = 10 * w + digit;
			p++;
		}
		int whole = p - first;
		int fraction = 0;
		if (bytes[p] == '.') {
			int point = p++;
			for (long eight = eight(bytes, p); areDigits(eight); eight = eight(bytes, p)) {
				w = 100_000_000 * w + value(eight);
				p += 8;
			}
			for (int digit = digit(bytes[p]); digit < 10; digit = digit(bytes[p])) {
				w = 10 * w + digit;
				p++;
			}
			fraction = p - point - 1;
		}
		boolean pointed = p > first + whole;
		if (this.strict ? !isStrict(bytes, first, whole, pointed, fraction) : whole + fraction == 0) {
			return Double.NaN;
		}
		this.end = p;
		int exponent = ((bytes[p] | 0x20) == 'e') ? exponent(bytes, p + 1) : 0;
		if (Math.abs(exponent) > MAX_EXPONENT || this.end - start > MAX_LENGTH) {
			return Double.NaN;
		}
		double magnitude = (whole + fraction <= MAX_DIGITS) ? NearestDouble.of(w, exponent - fraction)
				: nearest(bytes, first, p, exponent);
		if (Double.isNaN(magnitude)) {
			return Double.parseDouble(new String(bytes, start, this.end - start, StandardCharsets.ISO_8859_1));
		}
		return (sign == '-') ? -magnitude : magnitude;
	}

	private static boolean isStrict(byte[] bytes, int first, int whole, boolean pointed, int fraction) {
		return whole > 0 && (whole == 1 || bytes[first] != '0') && (!pointed || fraction > 0);
	}

	/**
	 * Reads the exponent behind an e, and moves the end behind it; one beyond the limit
	 * if there is none.
	 */
	private int exponent(byte[] bytes, int start) {
		byte sign = bytes[start];
		int first = (sign == '-' || sign == '+') ? start + 1 : start;
		int p = first;
		int exponent = 0;
		for (int digit = digit(bytes[p]); digit < 10; digit = digit(bytes[p])) {
			exponent = Math.min(10 * exponent + digit, MAX_EXPONENT + 1);
			p++;
		}
		this.end = p;
		if (p == first) {
			return MAX_EXPONENT + 1;
		}
		return (sign == '-') ? -exponent : exponent;
	}

	/**
	 * Rounds digits of which not all may fit into w; NaN if those that do leave it open.
	 */
	private static double nearest(byte[] bytes, int first, int end, int exponent) {
		long w = 0;
		int digits = 0;
		int power = exponent;
		int afterPoint = 0;
		for (int p = first; p < end; p++) {
			if (bytes[p] == '.') {
				afterPoint = 1;
			}
			else if (digits < MAX_DIGITS) {
				w = 10 * w + digit(bytes[p]);
				digits += (w == 0) ? 0 : 1;
				power -= afterPoint;
			}
			else {
				digits++;
				power += 1 - afterPoint;
			}
		}
		double below = NearestDouble.of(w, power);
		return (digits <= MAX_DIGITS || below == NearestDouble.of(w + 1, power)) ? below : Double.NaN;
	}

	/** Returns the digit's value, or more than 9 if it isn't one. */
	private static int digit(byte b) {
		return (b - '0') & 0xff;
	}

	private static long eight(byte[] bytes, int offset) {
		return (long) LONG.get(bytes, offset);
	}

	/** Tells whether all eight bytes are ASCII digits. */
	private static boolean areDigits(long eight) {
		long above = eight + 0x4646_4646_4646_4646L; // from ':' up, the top bit gets set
		long below = eight - ZEROS; // below '0', likewise
		return ((above | below) & 0x8080_8080_8080_8080L) == 0;
	}

	/** Returns the value of eight digits, by joining neighbours three times. */
	private static long value(long eight) {
		long ones = eight - ZEROS;
		long twos = (10 * ones + (ones >>> 8)) & 0x00ff_00ff_00ff_00ffL;
		long fours = (100 * twos + (twos >>> 16)) & 0x0000_ffff_0000_ffffL;
		return (10_000 * fours + (fours >>> 32)) & 0xffff_ffffL;
	}

}
