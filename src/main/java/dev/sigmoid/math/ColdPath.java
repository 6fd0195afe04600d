package dev.sigmoid.math;

import java.math.BigInteger;

/**
 * The cold path: which of two neighbouring doubles is nearer to the truth.
 * <p>
 * The fast path leaves one question open, whether a curve lies above or below the
 * midpoint m·2<sup>q</sup> of two neighbouring doubles. As a curve is a quotient of
 * rational functions of e<sup>−v</sup>, a product answers it, with no division. First in
 * 128-bit integers, with the method of the fast path; then, which probably no double
 * needs, in intervals whose precision doubles until the answer is certain. It always
 * becomes certain: at rational v ≠ 0 every curve is irrational (Lindemann–Weierstrass), a
 * midpoint is not.
 */
final class ColdPath {

	/** ln 2 = 0.6931471805599453…, in units of 2⁻⁶⁴, 2⁻¹²⁸ and 2⁻¹⁹², rounded down. */
	static final long[] LN2 = { 0xb17217f7d1cf79abL, 0xc9e3b39803f2f6afL, 0x40f343267298b62dL };

	/**
	 * |2B₂ₙ/(2n)!| for n = 1 … 8, in units of 2⁻⁶⁴, and {@link #EVEN_LOW} in units of
	 * 2⁻¹²⁸; ⅙, 1/360, 1/15120, …: see {@link FastPath}.
	 */
	static final long[] EVEN = { 0x2aaaaaaaaaaaaaaaL, 0x00b60b60b60b60b6L, 0x0004559aaf004559L, 0x00001bbd779334efL,
			0x000000b354795fb8L, 0x000000048a017591L, 0x000000001d6db2c4L, 0x0000000000bed270L };

	static final long[] EVEN_LOW = { 0xaaaaaaaaaaaaaaabL, 0x0b60b60b60b60b61L, 0xaaf004559aaf0045L, 0x0aac668223ddf99bL,
			0x75ed14b089f4cc1fL, 0x099fbdd2b19bff94L, 0xe09161fb84aeed18L, 0xfbccaae25ff129a0L };

	/**
	 * The same for n = 9 … 15, in units of 2⁻¹⁰⁸: 2⁻¹⁰⁸ times r¹⁸ ≤ 2⁻²⁷·⁵ is 2⁻¹³⁵. The
	 * term n = 16 is below 1.15e−25 · 0.34658³² < 2⁻¹³¹.
	 */
	static final long[] EVEN_TAIL = { 0x4d561c7594ba7677L, 0x01f57d968caacf0dL, 0x000cb3f0f84e1bb7L,
			0x0000525f640ce8adL, 0x00000216265af8d6L, 0x0000000d87b96ad0L, 0x0000000057bcb693L };

	private static final int MANTISSA_BITS = 52;

	private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;

	/** The exponent of the last bit of a double whose exponent field is 1, or 0. */
	private static final int LEAST_EXPONENT = -1074;

	/** The precision with which the intervals begin. */
	private static final int FIRST_PRECISION = 192;

	private ColdPath() {
	}

	/**
	 * Returns the one of two neighbouring doubles 0 ≤ below &lt; above that is nearer to
	 * the curve at v.
	 */
	static double nearer(Curve curve, double v, double below, double above) {
		ColdEvaluations.increment();
		long m = 2 * significand(below) + 1;
		int q = exponent(below) - 1;
		int side = side(curve, v, m, q);
		if (side == 0) {
			side = sideByIntervals(curve, v, m, q, FIRST_PRECISION);
		}
		return (side > 0) ? above : below;
	}

	/** Returns the integer s of x = s·2<sup>exponent(x)</sup>, x ≥ 0. */
	private static long significand(double x) {
		long bits = Double.doubleToRawLongBits(x);
		return (bits <= MANTISSA) ? bits : (bits & MANTISSA) | (MANTISSA + 1);
	}

	/** Returns the exponent of the last bit of x ≥ 0. */
	private static int exponent(double x) {
		int field = (int) (Double.doubleToRawLongBits(x) >>> MANTISSA_BITS);
		return LEAST_EXPONENT + Math.max(field, 1) - 1;
	}

	/**
	 * Returns 1 if the curve at v lies above m·2<sup>q</sup>, −1 if below, 0 if 128 bits
	 * cannot tell.
	 * <p>
	 * The question is put as n·2<sup>shift</sup> ≷ m·d, with n and d from
	 * {@link #fraction}, each off by at most 16 units; so their difference decides if it
	 * exceeds 16·(m + 2<sup>shift</sup>), and twice that is asked for. Relative to the
	 * curve this is less than 2⁻¹¹⁷.
	 */
	static int side(Curve curve, double v, long m, int q) {
		long[] f = fraction(curve, v);
		return sideOfProducts(f[0], f[1], (int) f[4] - q, f[2], f[3], m);
	}

	/**
	 * Returns the curve at v as n/d·2<sup>e</sup>: both limbs of n and of d, and e. Each
	 * of n and d is off by at most 16 units.
	 */
	static long[] fraction(Curve curve, double v) {
		// r = v − k·ln 2 modulo 1, in units of 2⁻¹²⁸; |r| ≤ 0.34658, so that is r
		int k = (int) FastPath.multiple(v);
		int place = exponent(v) + 128; // 49 … 85 as 2⁻²⁷ ≤ v < 1024
		long significand = significand(v);
		long high = (place < 64) ? significand >>> (64 - place) : significand << (place - 64);
		long low = (place < 64) ? significand << place : 0;
		long carried = Math.unsignedMultiplyHigh(k, LN2[2]);
		long productLow = k * LN2[1] + carried; // off by 1 unit, as k·2⁻¹⁹² < 2⁻¹⁸¹
		long productHigh = k * LN2[0] + Math.unsignedMultiplyHigh(k, LN2[1]) + carry(productLow, carried);
		long rLow = low - productLow;
		long rHigh = high - productHigh - borrow(low, productLow);
		boolean negative = rHigh < 0;
		if (negative) {
			rLow = -rLow;
			rHigh = ~rHigh + ((rLow == 0) ? 1 : 0);
		}

		// z = r² < 0.1202, in the same units, off by 2·0.35·1 + 3
		long zHigh = highOfProductHigh(rHigh, rLow, rHigh, rLow);
		long zLow = highOfProductLow(rHigh, rLow, rHigh, rLow);
		// s = c₁ − z·(c₂ − z·(c₃ − …)), in 64 bits while its share of C is below 2⁻⁷⁰
		long tail = 0;
		for (int i = EVEN_TAIL.length - 1; i >= 0; i--) {
			tail = EVEN_TAIL[i] - Math.multiplyHigh(zHigh, tail);
		}
		long sHigh = tail >>> 44;
		long sLow = tail << 20;
		for (int i = EVEN.length - 1; i >= 0; i--) {
			long tHigh = highOfProductHigh(zHigh, zLow, sHigh, sLow);
			long tLow = highOfProductLow(zHigh, zLow, sHigh, sLow);
			sHigh = EVEN[i] - tHigh - borrow(EVEN_LOW[i], tLow);
			sLow = EVEN_LOW[i] - tLow;
		}

		// C = 2 + z·s, P = C + r, M = C − r, in units of 2⁻¹²⁵: C is off by 2, P and M by
		// 4
		long tHigh = highOfProductHigh(zHigh, zLow, sHigh, sLow);
		long tLow = highOfProductLow(zHigh, zLow, sHigh, sLow);
		long cLow = (tHigh << 61) | (tLow >>> 3);
		long cHigh = (1L << 62) + (tHigh >>> 3);
		if (curve == Curve.TANGENT && k == 0) {
			// tanh(v/2) = r/C, and r = v exactly
			return new long[] { significand << 8, 0, cHigh, cLow, exponent(v) + 125 - 72 };
		}
		rLow = (rHigh << 61) | (rLow >>> 3);
		rHigh = rHigh >>> 3;
		long sumLow = cLow + rLow;
		long sumHigh = cHigh + rHigh + carry(sumLow, rLow);
		long differenceLow = cLow - rLow;
		long differenceHigh = cHigh - rHigh - borrow(cLow, rLow);
		long pHigh = negative ? differenceHigh : sumHigh;
		long pLow = negative ? differenceLow : sumLow;
		long mHigh = negative ? sumHigh : differenceHigh;
		long mLow = negative ? sumLow : differenceLow;

		// 2⁻ᵏM, off by 5, and d = P + 2⁻ᵏM < 4.1, off by 9
		long tmHigh = (k < 64) ? mHigh >>> k : 0;
		long tmLow = (k == 0) ? mLow : (k < 64) ? (mHigh << -k) | (mLow >>> k) : (k < 128) ? mHigh >>> (k - 64) : 0;
		long dLow = pLow + tmLow;
		long dHigh = pHigh + tmHigh + carry(dLow, tmLow);
		return switch (curve) {
			case RISE -> new long[] { pHigh, pLow, dHigh, dLow, 0 };
			case FALL -> new long[] { mHigh, mLow, dHigh, dLow, -k };
			case TANGENT -> new long[] { pHigh - tmHigh - borrow(pLow, tmLow), pLow - tmLow, dHigh, dLow, 0 };
			case BELL, TANGENT_BELL -> {
				// n = P·M in units of 2⁻¹²⁴, off by 14; d² in units of 2⁻¹²², off by 13
				long aHigh = (pHigh << 1) | (pLow >>> 63);
				long aLow = pLow << 1;
				long bHigh = (mHigh << 1) | (mLow >>> 63);
				long bLow = mLow << 1;
				yield new long[] { highOfProductHigh(aHigh, aLow, bHigh, bLow),
						highOfProductLow(aHigh, aLow, bHigh, bLow), highOfProductHigh(dHigh, dLow, dHigh, dLow),
						highOfProductLow(dHigh, dLow, dHigh, dLow), ((curve == Curve.BELL) ? -2 : 0) - k };
			}
		};
	}

	/**
	 * Returns the sign of n·2<sup>shift</sup> − m·d if it is certain, else 0; shift &lt;
	 * 64. Both sides are below 2¹⁸³ and take three limbs. Only a very small subnormal m
	 * meets a negative shift, and then has room for it.
	 */
	static int sideOfProducts(long nHigh, long nLow, int shift, long dHigh, long dLow, long m) {
		if (shift < 0) {
			return sideOfProducts(nHigh, nLow, 0, dHigh, dLow, m << -shift);
		}
		long left2 = shiftedOut(nHigh, shift);
		long left1 = (nHigh << shift) | shiftedOut(nLow, shift);
		long left0 = nLow << shift;
		long right0 = m * dLow;
		long middle = Math.unsignedMultiplyHigh(m, dLow);
		long right1 = m * dHigh + middle;
		long right2 = Math.unsignedMultiplyHigh(m, dHigh) + carry(right1, middle);
		long difference0 = left0 - right0;
		long borrow = borrow(left0, right0);
		long difference1 = left1 - right1 - borrow;
		long borrow1 = borrow(left1, right1) | ((left1 == right1) ? borrow : 0);
		long difference2 = left2 - right2 - borrow1;
		if (difference2 != difference1 >> 63 || difference1 != difference0 >> 63) {
			return (difference2 < 0) ? -1 : 1;
		}
		long certain = (m + (1L << shift)) << 5;
		return (difference0 > certain) ? 1 : (difference0 < -certain) ? -1 : 0;
	}

	/** Returns the bits that x loses at the top when it is shifted left. */
	private static long shiftedOut(long x, int shift) {
		return (shift == 0) ? 0 : x >>> -shift;
	}

	/** Returns the low limb of the product's upper half; see highOfProductHigh. */
	private static long highOfProductLow(long aHigh, long aLow, long bHigh, long bLow) {
		return aHigh * bHigh + Math.unsignedMultiplyHigh(aHigh, bLow) + Math.unsignedMultiplyHigh(aLow, bHigh);
	}

	/**
	 * Returns the high limb of the upper 128 bits of a 256-bit product; too small by at
	 * most 3 units of its low limb, as three carries from below are not added.
	 */
	private static long highOfProductHigh(long aHigh, long aLow, long bHigh, long bLow) {
		long low = aHigh * bHigh;
		long cross = Math.unsignedMultiplyHigh(aHigh, bLow);
		long sum = low + cross;
		long other = Math.unsignedMultiplyHigh(aLow, bHigh);
		return Math.unsignedMultiplyHigh(aHigh, bHigh) + carry(sum, cross) + carry(sum + other, other);
	}

	/** Returns the carry of the sum a + b, unsigned. */
	private static long carry(long sum, long b) {
		return (Long.compareUnsigned(sum, b) < 0) ? 1 : 0;
	}

	/** Returns the borrow of a − b, unsigned. */
	private static long borrow(long a, long b) {
		return (Long.compareUnsigned(a, b) < 0) ? 1 : 0;
	}

	/**
	 * The same question, answered for certain: 1 if the curve at v lies above
	 * m·2<sup>q</sup>, else −1. Every curve is monotone in e<sup>−v</sup> between 0 and
	 * 1, so it lies between its values at the ends of an interval that holds
	 * e<sup>−v</sup>.
	 */
	static int sideByIntervals(Curve curve, double v, long m, int q, int precision) {
		for (int bits = precision;; bits *= 2) {
			// e⁻ᵛ itself may be as small as 2⁻¹·⁴⁴²⁷ᵛ
			int place = bits + 2 * (int) Math.ceil(1.5 * v);
			BigInteger[] ends = exponential(v, place);
			int side = side(curve, ends[0], place, m, q);
			if (side != 0 && side == side(curve, ends[1], place, m, q)) {
				return side;
			}
		}
	}

	/**
	 * Returns the sign of the curve − m·2<sup>q</sup> where e<sup>−v</sup> is
	 * e·2<sup>−place</sup>.
	 */
	private static int side(Curve curve, BigInteger e, int place, long m, int q) {
		BigInteger one = BigInteger.ONE.shiftLeft(place);
		BigInteger sum = one.add(e);
		BigInteger n = switch (curve) {
			case RISE -> one;
			case FALL -> e;
			case TANGENT -> one.subtract(e);
			case BELL -> e.shiftLeft(place);
			case TANGENT_BELL -> e.shiftLeft(place + 2);
		};
		BigInteger d = (curve == Curve.BELL || curve == Curve.TANGENT_BELL) ? sum.multiply(sum) : sum;
		return n.shiftLeft(-q).compareTo(d.multiply(BigInteger.valueOf(m)));
	}

	/**
	 * Returns two numbers between which e<sup>−v</sup>·2<sup>place</sup> lies: the series
	 * for v·2⁻³² &lt; 1, squared 32 times. Each squaring doubles the error, and
	 * everything is rounded down for the first and up for the second.
	 */
	private static BigInteger[] exponential(double v, int place) {
		int squarings = 32;
		int working = place + squarings + 32;
		BigInteger y = BigInteger.valueOf(significand(v)).shiftLeft(exponent(v) - squarings + working);
		BigInteger below = BigInteger.ZERO;
		BigInteger term = BigInteger.ONE.shiftLeft(working);
		// e^y of y > 0, whose reciprocal is taken: every term rounded down, the rest
		// added to the upper end
		int terms = 0;
		while (term.signum() > 0) {
			below = below.add(term);
			terms++;
			term = term.multiply(y).shiftRight(working).divide(BigInteger.valueOf(terms));
		}
		BigInteger above = below.add(BigInteger.valueOf(4L * terms));
		BigInteger square = BigInteger.ONE.shiftLeft(2 * working);
		BigInteger least = square.divide(above);
		BigInteger most = square.divide(below).add(BigInteger.ONE);
		for (int i = 0; i < squarings; i++) {
			least = least.multiply(least).shiftRight(working);
			most = most.multiply(most).shiftRight(working).add(BigInteger.ONE);
		}
		return new BigInteger[] { least.shiftRight(working - place),
				most.shiftRight(working - place).add(BigInteger.ONE) };
	}

}
