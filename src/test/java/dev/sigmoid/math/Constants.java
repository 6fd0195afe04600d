package dev.sigmoid.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** The constants of the kernel, from their definitions. */
final class Constants {

	/** Digits to which they are taken. */
	static final MathContext CONTEXT = new MathContext(120, RoundingMode.HALF_EVEN);

	private Constants() {
	}

	/** Returns ln 2 = Σ 1/(n·2ⁿ). */
	static BigDecimal ln2() {
		BigDecimal sum = BigDecimal.ZERO;
		BigDecimal power = BigDecimal.ONE;
		for (int n = 1; n < 420; n++) {
			power = power.divide(BigDecimal.TWO, CONTEXT);
			sum = sum.add(power.divide(BigDecimal.valueOf(n), CONTEXT), CONTEXT);
		}
		return sum;
	}

	/** Returns 2B₂ₙ/(2n)!, the coefficient of r²ⁿ in r·coth(r/2). */
	static BigDecimal even(int n) {
		// Σ bᵢ/(j + 1 − i)! = 0 over i ≤ j, with b₀ = 1 and bᵢ = Bᵢ/i!
		BigDecimal[] b = new BigDecimal[2 * n + 1];
		for (int j = 0; j <= 2 * n; j++) {
			BigDecimal sum = (j == 0) ? BigDecimal.ONE : BigDecimal.ZERO;
			for (int i = 0; i < j; i++) {
				sum = sum.subtract(b[i].divide(new BigDecimal(factorial(j + 1 - i)), CONTEXT), CONTEXT);
			}
			b[j] = sum;
		}
		return b[2 * n].multiply(BigDecimal.TWO);
	}

	static BigInteger factorial(int n) {
		return (n == 0) ? BigInteger.ONE : factorial(n - 1).multiply(BigInteger.valueOf(n));
	}

}
