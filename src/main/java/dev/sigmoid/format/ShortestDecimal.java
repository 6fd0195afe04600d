package dev.sigmoid.format;

/**
 * The shortest decimal of any finite double but zero, decided exactly: the cold path of
 * {@link Digits}, and its proof in the tests.
 *
 * <p>
 * The decimal is d·10ᵏ, the nearest to the double among those of the fewest digits, at
 * least two, that round to it; of two equally near, the one with even d. It has at most
 * 17 digits and may end in zeros.
 *
 * <p>
 * <b>Method.</b> Schubfach: with c·2^q the double and 10ᵏ not wider than its rounding
 * interval, the bounds of the interval and the double itself are scaled by 4·10⁻ᵏ and
 * rounded to odd. The powers of ten, 126 bits and rounded up, are precise enough for
 * every comparison with an integer to come out as that of the exact numbers.
 *
 * <p>
 * References: R. Giulietti, <i>The Schubfach way to render doubles</i> (2020), sections 8
 * and 9.
 */
final class ShortestDecimal {

	private static final long HIDDEN_BIT = 1L << 52;

	/**
	 * Subnormals below this many units have just one digit to themselves, and are given
	 * two.
	 */
	private static final int TINY = 3;

	private ShortestDecimal() {
	}

	/** Returns d, for a positive finite double. */
	static long significand(double value) {
		boolean regular = isRegular(value);
		int q = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
		int k = scale(q, regular);
		int shift = q + PowersOfTen.floorLog2(-k) + 2;
		long lower = ((PowersOfTen.high(-k) << 62) | (PowersOfTen.low(-k) >>> 2)) + 1;
		long upper = (PowersOfTen.high(-k) >>> 2) + ((lower == 0) ? 1 : 0);

		long c = units(value);
		long odd = c & 1; // the bounds themselves round to the double if c is even
		long nearest = roundedToOdd(upper, lower, (4 * c) << shift);
		long from = roundedToOdd(upper, lower, (4 * c - (regular ? 2 : 1)) << shift) + odd;
		long to = roundedToOdd(upper, lower, (4 * c + 2) << shift) - odd;
		return choose(nearest, from, to);
	}

	/** Returns k, for a positive finite double. */
	static int exponent(double value) {
		int q = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
		return scale(q, isRegular(value)) - (isTiny(value) ? 1 : 0);
	}

	/** Tells whether the doubles on both sides are equally far. */
	private static boolean isRegular(double value) {
		return (Double.doubleToRawLongBits(value) & (HIDDEN_BIT - 1)) != 0 || value <= Double.MIN_NORMAL;
	}

	private static boolean isTiny(double value) {
		return value < TINY * Double.MIN_VALUE;
	}

	/** Returns c, or 10·c where the decimal has one digit more for it. */
	private static long units(double value) {
		long bits = Double.doubleToRawLongBits(value);
		if (isTiny(value)) {
			return 10 * bits;
		}
		return (value < Double.MIN_NORMAL) ? bits : (bits & (HIDDEN_BIT - 1)) | HIDDEN_BIT;
	}

	private static int scale(int q, boolean regular) {
		return regular ? PowersOfTen.floorLog10OfPowerOfTwo(q) : PowersOfTen.floorLog10OfThreeQuarters(q);
	}

	/**
	 * Chooses an integer for value/4 within from/4 … to/4: the rounder, else the nearer.
	 */
	private static long choose(long value, long from, long to) {
		long below = value >> 2;
		if (below >= 100) { // a shorter decimal has two digits or more
			long tenBelow = below / 10 * 10;
			boolean fits = from <= tenBelow << 2;
			if (fits != ((tenBelow + 10) << 2 <= to)) {
				return fits ? tenBelow : tenBelow + 10;
			}
		}
		boolean fits = from <= below << 2;
		if (fits != ((below + 1) << 2 <= to)) {
			return fits ? below : below + 1;
		}
		long half = value - (4 * below + 2);
		return (half < 0 || (half == 0 && (below & 1) == 0)) ? below : below + 1;
	}

	/** Returns ⌊power·c/2¹²⁷⌋, its last bit set if there is a remainder. */
	private static long roundedToOdd(long upper, long lower, long c) {
		long product = upper * c;
		long middle = product + Math.unsignedMultiplyHigh(lower, c);
		long carry = Long.compareUnsigned(middle, product) < 0 ? 1 : 0;
		long top = Math.unsignedMultiplyHigh(upper, c) + carry;
		// what lies below the middle word is the excess of the power
		return (top << 1) | (middle >>> 63) | ((middle << 1 == 0) ? 0 : 1);
	}

}
