package dev.sigmoid.grid;

import java.math.BigInteger;

/**
 * Fractions of integers of any length, to the nearest double.
 */
final class Fraction {

	/** The exponent of the smallest subnormal double, 2^−1074. */
	private static final int SMALLEST_EXPONENT = -1074;

	private static final int PRECISION = 53;

	private Fraction() {
	}

	/**
	 * Returns the double nearest to a fraction, ties to even.
	 * @param numerator any integer
	 * @param denominator a positive integer; the quotient is within the range of finite
	 * doubles
	 */
	static double nearestDouble(BigInteger numerator, BigInteger denominator) {
		BigInteger magnitude = numerator.abs();
		// 2^(e+52) < quotient < 2^(e+54): an integer of 53 or 54 bits times 2^e
		int e = magnitude.bitLength() - denominator.bitLength() - PRECISION;
		e = Math.max(e, SMALLEST_EXPONENT);
		double result = Math.scalb(roundedQuotient(magnitude, denominator, e), e);
		return (numerator.signum() < 0) ? -result : result;
	}

	/**
	 * Returns n / (d·2^e) to the nearest integer of at most 53 bits, ties to even:
	 * exactly the significand if that has 53 bits, or fewer as e is that of the
	 * subnormals; with 54 bits one more bit goes.
	 */
	private static double roundedQuotient(BigInteger n, BigInteger d, int e) {
		BigInteger[] quotient = n.shiftLeft(Math.max(-e, 0)).divideAndRemainder(d.shiftLeft(Math.max(e, 0)));
		long integer = quotient[0].longValueExact();
		// twice the integer, its last bit replaced by "there is a remainder below the
		// half"
		int half = quotient[1].shiftLeft(1).compareTo(d.shiftLeft(Math.max(e, 0)));
		if (integer >>> PRECISION == 0) {
			boolean up = half > 0 || (half == 0 && (integer & 1) == 1);
			return up ? integer + 1 : integer;
		}
		boolean lastBit = (integer & 1) == 1;
		boolean up = lastBit && (quotient[1].signum() > 0 || (integer & 2) == 2);
		return 2.0 * ((integer >>> 1) + (up ? 1 : 0));
	}

}
