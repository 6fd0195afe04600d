package dev.sigmoid.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Numbers as text, written straight into a block of bytes: the characters of
 * {@link Double#toString(double)}, in ASCII, without an object on the way.
 *
 * <p>
 * Both methods need {@link #MAX_LENGTH} free bytes at the offset. They may leave anything
 * in those of them that lie behind the text.
 *
 * <p>
 * <b>Method.</b> A double v = c·2^q, 2⁵² &lt; c &lt; 2⁵³, is the nearest double for every
 * decimal within half an ulp of it. With k = ⌊log₁₀ 2^q⌋ + 1 that half ulp is between
 * 0.05 and 0.5 units of 10ᵏ. So either the multiple of 10ᵏ next to v lies within it and,
 * without its trailing zeros, is the shortest decimal that does (there is no second one);
 * or the shortest ones have one digit more, and the multiple of 10ᵏ⁻¹ next to v is the
 * nearest of them. One product of 53 by 128 bits tells which: it gives v·10⁻ᵏ as an
 * integer and a 64-bit fraction. When the fraction is so close to a boundary that the
 * error of the product matters, or the double is a power of two, subnormal or not finite,
 * {@link ShortestDecimal} decides.
 *
 * <p>
 * References: R. Giulietti, <i>The Schubfach way to render doubles</i> (2020), whose
 * interval search this is, with one product in place of three.
 */
final class Digits {

	/**
	 * The length of the longest text, such as that of {@code -1.7976931348623157E308}.
	 */
	static final int MAX_LENGTH = 24;

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

	private static final long FRACTION_BITS = (1L << 52) - 1;

	private static final int INFINITE = 0x7ff;

	private static final long TEN_15 = 1_000_000_000_000_000L;

	private static final long TEN_8 = 100_000_000L;

	private static final long[] TEN_TO = new long[18];

	private static final int MIN_EXPONENT = -324;

	/**
	 * The texts from E-324 to E308, first byte lowest, and in the top byte their length.
	 */
	private static final long[] EXPONENTS = new long[309 - MIN_EXPONENT];

	static {
		TEN_TO[0] = 1;
		for (int i = 1; i < TEN_TO.length; i++) {
			TEN_TO[i] = 10 * TEN_TO[i - 1];
		}
		for (int i = 0; i < EXPONENTS.length; i++) {
			String text = "E".concat(Integer.toString(i + MIN_EXPONENT));
			EXPONENTS[i] = (long) text.length() << 56;
			for (int j = 0; j < text.length(); j++) {
				EXPONENTS[i] |= (long) text.charAt(j) << (8 * j);
			}
		}
	}

	private Digits() {
	}

	/**
	 * Writes a double with the fewest digits that read back as the same double; NaN and
	 * the infinities as {@code NaN}, {@code Infinity}, {@code -Infinity}.
	 * @return the offset behind the text, at most {@code offset + 24}
	 */
	static int write(double value, byte[] buffer, int offset) {
		long bits = Double.doubleToRawLongBits(value);
		long fraction = bits & FRACTION_BITS;
		int exponent = (int) (bits >>> 52) & INFINITE;
		buffer[offset] = '-'; // stays if the sign bit moves the offset on
		int start = offset + (int) (bits >>> 63);
		if (fraction == 0 || exponent == 0 || exponent == INFINITE) {
			return writeExactly(value, buffer, offset);
		}
		int q = exponent - 1075;
		int k = PowersOfTen.floorLog10OfPowerOfTwo(q) + 1;
		long power = PowersOfTen.high(-k);
		// v·10⁻ᵏ·2¹¹ is the top word of (c << shift) · T, with 8 ≤ shift ≤ 11
		int shift = PowersOfTen.floorLog2(-k) + q + 12;
		long c = (fraction | (FRACTION_BITS + 1)) << shift;
		// the middle word, halved to leave room for the carry into the top one
		long middle = ((c * power) >>> 1) + (Math.unsignedMultiplyHigh(c, PowersOfTen.low(-k)) >>> 1);
		long top = Math.unsignedMultiplyHigh(c, power);
		long integer = (top + (middle >>> 63)) >>> 11;

		// both in units of 2⁻⁶⁴, and the true ones above them by less than 2
		long rest = (top << 53) + (middle >>> 10);
		long halfUlp = power >>> (12 - shift);
		// as a signed number, the rest is the distance to the nearest integer
		long slack = halfUlp - Math.abs(rest);
		// the next digit in units of 2⁻⁶⁰, rounded; the true one is above it by less than
		// 12
		long tenths = (rest >>> 4) * 10 + (1L << 59);
		if (isUndecided(slack, tenths)) {
			return writeExactly(value, buffer, offset);
		}
		long isLong = slack >> 63; // −1 if it takes that digit, otherwise 0
		integer += (rest >>> 63) & ~isLong;
		long last = (tenths >>> 60) & isLong;
		long isSmall = (integer - TEN_15) >> 63; // −1 if 16 digits have room for it
		integer += (9 * integer + last) & isSmall;
		return layOut(integer, last & ~isSmall, k + 15 + (int) isSmall, buffer, start);
	}

	/**
	 * Writes the decimal {@code unscaled}·10^−{@code scale}, of at most 15 significant
	 * digits, as {@link Double#toString(double)} writes the nearest double: {@code 0.0}
	 * for zero, no trailing zeros but one behind a point, an exponent below 10⁻³ and from
	 * 10⁷.
	 *
	 * <p>
	 * The characters are those very ones wherever that double is normal, because no two
	 * decimals of 15 digits share a normal double, and a shorter text would be one that
	 * does.
	 * @param unscaled at most 10¹⁵ in magnitude, exclusive
	 * @param scale the number of digits behind the point, may be negative; the decimal
	 * has the magnitude of a double, 10⁻³²⁴ to 10³⁰⁹, exclusive
	 * @return the offset behind the text, at most {@code offset + 24}
	 */
	static int writeDecimal(long unscaled, int scale, byte[] buffer, int offset) {
		long sign = unscaled >> 63;
		long magnitude = (unscaled ^ sign) - sign;
		buffer[offset] = '-';
		int start = offset - (int) sign;
		if (magnitude == 0) {
			return writeZero(buffer, start);
		}
		if (magnitude < TEN_8) {
			long digits = digits(magnitude);
			int leading = Long.numberOfTrailingZeros(digits) & -8;
			digits >>>= leading;
			return layOut(digits, 0, 0, significant(digits), 7 - (leading >> 3) - scale, buffer, start);
		}
		int length = length(magnitude);
		return layOut(magnitude * TEN_TO[16 - length], 0, length - 1 - scale, buffer, start);
	}

	/** Tells whether the errors, less than 4 and 12 units, could turn a comparison. */
	private static boolean isUndecided(long slack, long tenths) {
		return Long.compareUnsigned(slack + 4, 8) < 0 || Long.compareUnsigned((tenths + 12) << 4, 13 << 4) < 0;
	}

	private static int writeZero(byte[] buffer, int start) {
		buffer[start] = '0';
		buffer[start + 1] = '.';
		buffer[start + 2] = '0';
		return start + 3;
	}

	/** Writes the doubles that the product doesn't decide. */
	private static int writeExactly(double value, byte[] buffer, int offset) {
		if (!Double.isFinite(value)) {
			return writeText(Double.toString(value), buffer, offset);
		}
		int start = offset + (int) (Double.doubleToRawLongBits(value) >>> 63);
		if (value == 0) {
			return writeZero(buffer, start);
		}
		double magnitude = Math.abs(value);
		long decimal = ShortestDecimal.significand(magnitude);
		int length = length(decimal);
		int exponent = ShortestDecimal.exponent(magnitude) + length - 1;
		return (length == 17) ? layOut(decimal / 10, decimal % 10, exponent, buffer, start)
				: layOut(decimal * TEN_TO[16 - length], 0, exponent, buffer, start);
	}

	private static int writeText(String text, byte[] buffer, int offset) {
		for (int i = 0; i < text.length(); i++) {
			buffer[offset + i] = (byte) text.charAt(i);
		}
		return offset + text.length();
	}

	/** Returns the number of decimal digits of 1 ≤ n &lt; 10¹⁷. */
	private static int length(long n) {
		int guess = ((64 - Long.numberOfLeadingZeros(n)) * 1233) >> 12; // ⌊bits · lg 2⌋
		return guess + 1 - (int) ((n - TEN_TO[guess]) >>> 63);
	}

	/**
	 * Lays out 16 digits, the first not 0, and a 17th behind them, as d.ddd…·10^exponent.
	 */
	private static int layOut(long sixteen, long last, int exponent, byte[] buffer, int start) {
		long front = Math.unsignedMultiplyHigh(sixteen, 0xabcc77118461cefdL) >>> 26; // /10⁸
		long upper = digits(front);
		long lower = digits(sixteen - front * TEN_8);
		int significant = lower == 0 ? significant(upper) : 8 + significant(lower);
		significant += (17 - significant) & (int) (-last >> 63);
		return layOut(upper, lower, last, significant, exponent, buffer, start);
	}

	private static int layOut(long upper, long lower, long last, int significant, int exponent, byte[] buffer,
			int start) {
		long zeros = 0x3030_3030_3030_3030L;
		upper |= zeros;
		lower |= zeros;
		if (exponent < 0 && exponent >= -3) {
			LONG.set(buffer, start, 0x3030_3030_3030_2e30L); // 0.000000
			int first = start + 1 - exponent;
			LONG.set(buffer, first, upper);
			LONG.set(buffer, first + 8, lower);
			buffer[first + 16] = (byte) ('0' + last);
			return first + significant;
		}
		boolean plain = exponent >= 0 && exponent < 7;
		int point = plain ? exponent + 1 : 1;
		LONG.set(buffer, start + 9, lower);
		buffer[start + 17] = (byte) ('0' + last);
		buffer[start + 8] = (byte) (upper >>> 56);
		// the digits before the point stay, those behind it make room for it
		long behind = -1L << (8 * point);
		LONG.set(buffer, start, (upper & ~behind) | ((long) '.' << (8 * point)) | ((upper & behind) << 8));
		int end = start + 1 + Math.max(significant, point + 1);
		return plain ? end : writeExponent(exponent, buffer, end);
	}

	private static int writeExponent(int exponent, byte[] buffer, int offset) {
		long text = EXPONENTS[exponent - MIN_EXPONENT];
		INT.set(buffer, offset, (int) text);
		buffer[offset + 4] = (byte) (text >>> 32);
		return offset + (int) (text >>> 56);
	}

	/** Returns how many of eight digits there are up to the last that is not 0. */
	private static int significant(long digits) {
		return 8 - (Long.numberOfLeadingZeros(digits) >>> 3);
	}

	/**
	 * Returns the eight decimal digits of n &lt; 10⁸, a byte each, the first in the
	 * lowest byte: the number is cut in two halves, both are halved at once, and so are
	 * the four, each remainder n − 10·⌊n/10⌋ put beside its quotient. The factors are
	 * 1/10⁴, 1/10² and 1/10 in fixed point, exact in their ranges.
	 */
	private static long digits(long n) {
		long high = (n * 109_951_163) >>> 40;
		long fours = (n << 32) - high * ((10_000L << 32) - 1);
		long hundreds = ((fours * 10_486) >>> 20) & 0x7f_0000_007fL;
		long twos = (fours << 16) - hundreds * ((100 << 16) - 1);
		long tens = ((twos * 103) >>> 10) & 0x0f_000f_000f_000fL;
		return (twos << 8) - tens * ((10 << 8) - 1);
	}

}
