package dev.sigmoid.format;

import java.math.BigInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PowersOfTenTests {

	@Test
	void everyEntryIsTheExactPowerTruncatedTo128Bits() {
		for (int k = PowersOfTen.MIN; k <= PowersOfTen.MAX; k++) {
			BigInteger entry = unsigned(PowersOfTen.high(k)).shiftLeft(64).add(unsigned(PowersOfTen.low(k)));
			assertThat(entry).as("10^%d", k).isEqualTo(truncated(k, 127 - floorLog2(k)));
		}
	}

	@Test
	void binaryLogarithmsOfPowersOfTenAreExact() {
		for (int k = -1000; k <= 1000; k++) {
			assertThat(PowersOfTen.floorLog2(k)).as("10^%d", k).isEqualTo(floorLog2(k));
		}
	}

	@Test
	void decimalLogarithmsOfPowersOfTwoAreExact() {
		for (int q = -1100; q <= 1100; q++) {
			assertThat(PowersOfTen.floorLog10OfPowerOfTwo(q)).as("2^%d", q).isEqualTo(floorLog10(1, q));
			assertThat(PowersOfTen.floorLog10OfThreeQuarters(q)).as("3/4 2^%d", q).isEqualTo(floorLog10(3, q - 2));
		}
	}

	/** Returns ⌊10ᵏ · 2^shift⌋. */
	private static BigInteger truncated(int k, int shift) {
		BigInteger power = BigInteger.TEN.pow(Math.abs(k));
		if (k >= 0) {
			return power.shiftLeft(shift);
		}
		return BigInteger.ONE.shiftLeft(shift).divide(power);
	}

	private static int floorLog2(int k) {
		int length = BigInteger.TEN.pow(Math.abs(k)).bitLength();
		return (k >= 0) ? length - 1 : -length;
	}

	/** Returns ⌊log₁₀ (factor·2^q)⌋, by counting digits. */
	private static int floorLog10(int factor, int q) {
		BigInteger dividend = BigInteger.valueOf(factor).shiftLeft(Math.max(q, 0));
		BigInteger scaled = dividend.multiply(BigInteger.TEN.pow(400)).shiftRight(Math.max(-q, 0));
		return scaled.toString().length() - 1 - 400;
	}

	private static BigInteger unsigned(long bits) {
		return new BigInteger(Long.toUnsignedString(bits));
	}

}
