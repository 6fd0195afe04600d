package dev.sigmoid.format;

/**
 * Numbers as text, written straight into a block of bytes: the characters of
 * {@link Double#toString(double)}, in ASCII, without an object on the way.
 *
 * <p>
 * Both methods need {@link Notation#ROOM} free bytes at the offset. They may leave
 * anything in those of them that lie behind the text.
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

	private static final long FRACTION_BITS = (1L << 52) - 1;

	private static final int INFINITE = 0x7ff;

	private static final long TEN_15 = 1_000_000_000_000_000L;

	private static final long TEN_8 = 100_000_000L;

	private static final long[] TEN_TO = new long[18];

	static {
		TEN_TO[0] = 1;
		for (int i = 1; i < TEN_TO.length; i++) {
			TEN_TO[i] = 10 * TEN_TO[i - 1];
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
		return write((int) (bits >>> 63), integer, last & ~isSmall, k + 15 + (int) isSmall, buffer, offset);
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
		int negative = (int) (unscaled >>> 63);
		long magnitude = Math.abs(unscaled);
		if (magnitude == 0) {
			return writeZero(0, buffer, offset);
		}
		if (magnitude < TEN_8) {
			long digits = digits(magnitude);
			int leading = Long.numberOfTrailingZeros(digits) & -8;
			digits >>>= leading;
			int form = Notation.form(negative, 7 - (leading >> 3) - scale, (int) digits & 0xf);
			return Notation.write(form, (digits >>> 8) | Notation.ZEROS, Notation.ZEROS, buffer, offset);
		}
		int length = length(magnitude);
		return write(negative, magnitude * TEN_TO[16 - length], 0, length - 1 - scale, buffer, offset);
	}

	/** Returns 10ⁿ, for 0 ≤ n ≤ 17. */
	static long tenTo(int n) {
		return TEN_TO[n];
	}

	/** Tells whether the errors, less than 4 and 12 units, could turn a comparison. */
	private static boolean isUndecided(long slack, long tenths) {
		return Long.compareUnsigned(slack + 4, 8) < 0 || Long.compareUnsigned((tenths + 12) << 4, 13 << 4) < 0;
	}

	private static int writeZero(int negative, byte[] buffer, int offset) {
		return Notation.write(Notation.form(negative, 0, 0), Notation.ZEROS, Notation.ZEROS, buffer, offset);
	}

	/** Writes the doubles that the product doesn't decide. */
	private static int writeExactly(double value, byte[] buffer, int offset) {
		if (!Double.isFinite(value)) {
			return writeText(Double.toString(value), buffer, offset);
		}
		int negative = (int) (Double.doubleToRawLongBits(value) >>> 63);
		if (value == 0) {
			return writeZero(negative, buffer, offset);
		}
		double magnitude = Math.abs(value);
		long decimal = ShortestDecimal.significand(magnitude);
		int length = length(decimal);
		int exponent = ShortestDecimal.exponent(magnitude) + length - 1;
		return (length == 17) ? write(negative, decimal / 10, decimal % 10, exponent, buffer, offset)
				: write(negative, decimal * TEN_TO[16 - length], 0, exponent, buffer, offset);
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

	/** Writes 16 digits, the first not 0, and a 17th behind them. */
	private static int write(int negative, long sixteen, long last, int exponent, byte[] buffer, int offset) {
		long front = Math.unsignedMultiplyHigh(sixteen, 0xabcc77118461cefdL) >>> 26; // /10⁸
		long upper = digits(front);
		long lower = digits(sixteen - front * TEN_8);
		int form = Notation.form(negative, exponent, (int) upper & 0xf);
		upper = (upper >>> 8) | (lower << 56);
		lower = (lower >>> 8) | (last << 56);
		return Notation.write(form, upper | Notation.ZEROS, lower | Notation.ZEROS, buffer, offset);
	}

	/**
	 * Returns the eight decimal digits of n &lt; 10⁸, a byte each, the first in the
	 * lowest byte: the number is cut in two halves, both are halved at once, and so are
	 * the four, each remainder n − 10·⌊n/10⌋ put beside its quotient. The factors are
	 * 1/10⁴, 1/10² and 1/10 in fixed point, exact in their ranges.
	 */
	static long digits(long n) {
		long high = (n * 109_951_163) >>> 40;
		long fours = (n << 32) - high * ((10_000L << 32) - 1);
		long hundreds = ((fours * 10_486) >>> 20) & 0x7f_0000_007fL;
		long twos = (fours << 16) - hundreds * ((100 << 16) - 1);
		long tens = ((twos * 103) >>> 10) & 0x0f_000f_000f_000fL;
		return (twos << 8) - tens * ((10 << 8) - 1);
	}

}
