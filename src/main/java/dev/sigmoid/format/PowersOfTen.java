package dev.sigmoid.format;

import java.math.BigInteger;

/**
 * The powers of ten that printing and parsing multiply by, as 128-bit significands.
 *
 * <p>
 * For every k from {@link #MIN} to {@link #MAX}, with {@code T = high(k)·2⁶⁴ + low(k)},
 *
 * <pre>T = ⌊10ᵏ · 2^(127 − ⌊log₂ 10ᵏ⌋)⌋,  2¹²⁷ ≤ T &lt; 2¹²⁸</pre>
 *
 * so that T is exact for 0 ≤ k ≤ 55 and otherwise too small by less than one unit. The
 * table is computed when the class is initialised, each entry from its neighbour with 64
 * bits to spare; the tests re-derive every entry from the definition.
 */
final class PowersOfTen {

	/** Below this, 19 digits times 10ᵏ are less than half the smallest subnormal. */
	static final int MIN = -342;

	/** The greatest that is needed: 10³²⁴ brings the smallest subnormal to an integer. */
	static final int MAX = 324;

	private static final int SPARE_BITS = 64;

	private static final long[] SIGNIFICANDS = significands();

	private PowersOfTen() {
	}

	/**
	 * Returns the upper 64 bits of the significand of 10ᵏ, taken as unsigned; the top bit
	 * is 1.
	 */
	static long high(int k) {
		return SIGNIFICANDS[(k - MIN) << 1];
	}

	/** Returns the lower 64 bits of the significand of 10ᵏ, taken as unsigned. */
	static long low(int k) {
		return SIGNIFICANDS[((k - MIN) << 1) + 1];
	}

	/** Returns ⌊log₂ 10ᵏ⌋, for |k| ≤ 1,000. */
	static int floorLog2(int k) {
		return (k * 1_741_647) >> 19; // 1,741,647 = ⌊log₂ 10 · 2¹⁹⌋
	}

	/** Returns ⌊log₁₀ 2^q⌋, for |q| ≤ 1,100. */
	static int floorLog10OfPowerOfTwo(int q) {
		return (q * 1_262_611) >> 22; // 1,262,611 = ⌊log₁₀ 2 · 2²²⌋
	}

	/** Returns ⌊log₁₀ (¾·2^q)⌋, for |q| ≤ 1,100. */
	static int floorLog10OfThreeQuarters(int q) {
		return (q * 1_262_611 - 524_031) >> 22; // 524,031 = ⌈−log₁₀ ¾ · 2²²⌉, nearly
	}

	private static long[] significands() {
		long[] table = new long[(MAX - MIN + 1) << 1];
		BigInteger one = BigInteger.ONE.shiftLeft(127 + SPARE_BITS);
		BigInteger power = one;
		for (int k = 0; k <= MAX; k++) {
			store(power, k, table);
			power = normalized(power.multiply(BigInteger.TEN));
		}
		power = one;
		for (int k = -1; k >= MIN; k--) {
			power = normalized(power.shiftLeft(4).divide(BigInteger.TEN));
			store(power, k, table);
		}
		return table;
	}

	private static void store(BigInteger power, int k, long[] table) {
		int index = (k - MIN) << 1;
		table[index] = power.shiftRight(64 + SPARE_BITS).longValue();
		table[index + 1] = power.shiftRight(SPARE_BITS).longValue();
	}

	private static BigInteger normalized(BigInteger power) {
		return power.shiftRight(power.bitLength() - 128 - SPARE_BITS);
	}

}
