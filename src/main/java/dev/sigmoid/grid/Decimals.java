package dev.sigmoid.grid;

/**
 * Evenly spaced short decimals: point i is (first + i·increment)·10<sup>−scale</sup>.
 *
 * <p>
 * None has more than 15 significant digits and none is below the normal doubles, so that
 * each, without its trailing zeros, is also the shortest decimal that reads back as its
 * nearest double: two decimals of at most 15 digits never share a double.
 *
 * @param first the unscaled value of point 0
 * @param increment the unscaled difference of neighbours
 * @param scale the number of digits behind the decimal point, 0 to 22
 */
public record Decimals(long first, long increment, int scale) {

	/**
	 * Returns the unscaled value of point {@code index}.
	 */
	public long unscaled(long index) {
		return this.first + index * this.increment;
	}

}
