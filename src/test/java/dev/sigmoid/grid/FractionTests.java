package dev.sigmoid.grid;

import java.math.BigInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FractionTests {

	private static final BigInteger TWO = BigInteger.TWO;

	@ParameterizedTest
	@ValueSource(longs = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 })
	void tiesGoToTheEvenNeighbour(long offset) {
		// near 2^53, quarters: the double conversion of a sum of longs rounds the same
		// way
		BigInteger numerator = TWO.pow(55).add(BigInteger.valueOf(offset));
		assertThat(Fraction.nearestDouble(numerator, BigInteger.valueOf(4))).isEqualTo(numerator.doubleValue() / 4);
	}

	@Test
	void aTraceBeyondATieDecides() {
		BigInteger tie = TWO.pow(54).add(TWO).shiftLeft(200);
		BigInteger denominator = TWO.pow(201);
		assertThat(Fraction.nearestDouble(tie, denominator)).isEqualTo(0x1p53);
		assertThat(Fraction.nearestDouble(tie.add(BigInteger.ONE), denominator)).isEqualTo(Math.nextUp(0x1p53));
		assertThat(Fraction.nearestDouble(tie.subtract(BigInteger.ONE), denominator)).isEqualTo(0x1p53);
	}

	@Test
	void subnormalsAreRoundedOnce() {
		BigInteger denominator = TWO.pow(1075);
		assertThat(Fraction.nearestDouble(BigInteger.ONE, denominator)).isZero();
		assertThat(Fraction.nearestDouble(BigInteger.valueOf(3), denominator)).isEqualTo(2 * Double.MIN_VALUE);
		assertThat(Fraction.nearestDouble(BigInteger.valueOf(2), denominator)).isEqualTo(Double.MIN_VALUE);
		assertThat(Fraction.nearestDouble(TWO.pow(60).add(BigInteger.ONE), TWO.pow(1135))).isEqualTo(Double.MIN_VALUE);
	}

	@Test
	void signsAreThoseOfTheNumerator() {
		assertThat(Fraction.nearestDouble(BigInteger.valueOf(-1), BigInteger.valueOf(3))).isEqualTo(-1 / 3.0);
		assertThat(Fraction.nearestDouble(BigInteger.ZERO, BigInteger.valueOf(3))).isEqualTo(0.0);
	}

	@Test
	void largestDoubleIsReached() {
		BigInteger largest = new java.math.BigDecimal(Double.MAX_VALUE).toBigIntegerExact();
		assertThat(Fraction.nearestDouble(largest, BigInteger.ONE)).isEqualTo(Double.MAX_VALUE);
	}

}
