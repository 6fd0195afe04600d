package dev.sigmoid.math;

import static dev.sigmoid.math.FastPath.quickSumLow;

/**
 * An unevaluated sum of two doubles, for slopes, where an allocation more or less does
 * not matter; |low| ≤ 2⁻⁴⁹|high|, and each operation is off by less than 2⁻⁹⁷ of its
 * result.
 *
 * @param high the sum, nearly rounded
 * @param low the rest
 */
record DoubleDouble(double high, double low) {

	/** Returns a + b, exactly. */
	static DoubleDouble sum(double a, double b) {
		double sum = a + b;
		return new DoubleDouble(sum, FastPath.sumLow(a, b, sum));
	}

	/** Returns this + that; |this| ≥ |that|. */
	DoubleDouble plus(DoubleDouble that) {
		double sum = this.high + that.high;
		return new DoubleDouble(sum, quickSumLow(this.high, that.high, sum) + (this.low + that.low));
	}

	DoubleDouble times(DoubleDouble that) {
		double product = this.high * that.high;
		return new DoubleDouble(product, FastPath.productLow(this.high, this.low, that.high, that.low, product))
			.normalized();
	}

	/** Returns this · factor; exactly if that is a power of two. */
	DoubleDouble times(double factor) {
		return new DoubleDouble(this.high * factor, this.low * factor);
	}

	DoubleDouble over(DoubleDouble that) {
		double inverse = 1 / that.high;
		double quotient = this.high * inverse;
		return new DoubleDouble(quotient,
				FastPath.quotientLow(this.high, this.low, that.high, that.low, inverse, quotient))
			.normalized();
	}

	private DoubleDouble normalized() {
		double sum = this.high + this.low;
		return new DoubleDouble(sum, quickSumLow(this.high, this.low, sum));
	}

}
