package dev.sigmoid.grid;

import org.jspecify.annotations.Nullable;

/**
 * The abscissas of an answer, in order, at least one.
 */
public sealed interface Grid permits Values, Range {

	/**
	 * Returns the number of points, at least 1.
	 */
	long size();

	/**
	 * Writes {@code count} consecutive points.
	 * @param from the index of the first point, from 0
	 * @param target where the points go, from index 0
	 * @param count how many points; {@code from + count} is at most {@link #size()}
	 */
	void fill(long from, double[] target, int count);

	/**
	 * Returns whether one value was asked for by itself, rather than a list or a range
	 * that happens to hold one.
	 */
	default boolean isPoint() {
		return false;
	}

	/**
	 * Returns the index of the first point that is infinite or NaN, or −1 if all are
	 * finite.
	 */
	default long firstNotFinite() {
		return -1;
	}

	/**
	 * Returns the decimals that the points were computed from, or null where they are not
	 * known or too long to be the shortest digits of their doubles.
	 */
	default @Nullable Decimals decimals() {
		return null;
	}

}
