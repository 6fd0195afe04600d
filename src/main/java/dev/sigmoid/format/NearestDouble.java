package dev.sigmoid.format;

/**
 * The double nearest to the decimal w·10^q, of two equally near the one whose last bit is
 * 0; or NaN where that is not decided here.
 *
 * <p>
 * <b>Method.</b> Where w and 10^|q| are doubles themselves, one multiplication or
 * division rounds correctly (Clinger). Else w times the 128-bit power of ten gives the
 * upper bits of the exact product; they round to one double unless they lie within the
 * error of the power from the middle of two (Eisel, Lemire). Subnormal doubles are left
 * undecided.
 *
 * <p>
 * References: W. Clinger, <i>How to read floating point numbers accurately</i> (1990); D.
 * Lemire, <i>Number parsing at a gigabyte per second</i> (2021).
 */
final class NearestDouble {

	/** The greatest power of ten at all that a finite double can have as a factor. */
	private static final int MAX_POWER = 308;

	/** 10²² is the greatest power of ten that is a double. */
	private static final double[] TEN_TO = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
			1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

	private NearestDouble() {
	}

	/** Returns the double nearest to w·10^q, with w taken as unsigned. */
	static double of(long w, int q) {
		if (w >>> 53 == 0 && q >= -22 && q <= 22) {
			return (q < 0) ? w / TEN_TO[-q] : w * TEN_TO[q];
		}
		if (w == 0 || q < PowersOfTen.MIN) {
			return 0;
		}
		return (q > MAX_POWER) ? Double.POSITIVE_INFINITY : ofProduct(w, q);
	}

	private static double ofProduct(long w, int q) {
		int leading = Long.numberOfLeadingZeros(w);
		long c = w << leading;
		long high = PowersOfTen.high(q);
		long upper = c * high;
		long middle = upper + Math.unsignedMultiplyHigh(c, PowersOfTen.low(q));
		long carry = (Long.compareUnsigned(middle, upper) < 0) ? 1 : 0;
		long top = Math.unsignedMultiplyHigh(c, high) + carry;

		int shift = 10 + (int) (top >>> 63); // leaves 53 bits
		// in units of 2⁻⁶⁴; the true rest is above it by less than 2
		long rest = (top << (64 - shift)) | (middle >>> shift);
		boolean mayBeHalf = (rest + 2) >>> 1 == 1L << 62 || rest == Long.MIN_VALUE;
		long exponent = PowersOfTen.floorLog2(q) - leading + shift + 1076L;
		if (exponent < 1 || mayBeHalf) {
			return Double.NaN;
		}
		if (exponent > 2046) {
			return Double.POSITIVE_INFINITY;
		}
		// the leading bit of the significand, and a carry of the rounding, count on the
		// exponent
		return Double.longBitsToDouble(((exponent - 1) << 52) + (top >>> shift) + (rest >>> 63));
	}

}
