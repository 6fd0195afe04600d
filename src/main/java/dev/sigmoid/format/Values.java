package dev.sigmoid.format;

import java.nio.DoubleBuffer;
import java.util.Arrays;

import dev.sigmoid.grid.TooManyPointsException;

/** Doubles in the order they were added; as many as come, up to a limit. */
final class Values {

	private static final int FIRST_CAPACITY = 1024;

	private final int limit;

	private double[] values;

	private int size;

	Values(int limit) {
		this.limit = limit;
		this.values = new double[Math.min(limit, FIRST_CAPACITY)];
	}

	/**
	 * Adds a value.
	 * @throws TooManyPointsException if the limit is reached already
	 */
	void add(double value) {
		if (this.size == this.values.length) {
			grow();
		}
		this.values[this.size++] = value;
	}

	/**
	 * Adds all that a buffer holds.
	 * @throws TooManyPointsException if the limit is reached before
	 */
	void add(DoubleBuffer numbers) {
		while (numbers.hasRemaining()) {
			if (this.size == this.values.length) {
				grow();
			}
			int count = Math.min(numbers.remaining(), this.values.length - this.size);
			numbers.get(this.values, this.size, count);
			this.size += count;
		}
	}

	int size() {
		return this.size;
	}

	double[] toArray() {
		return (this.size == this.values.length) ? this.values : Arrays.copyOf(this.values, this.size);
	}

	private void grow() {
		if (this.size == this.limit) {
			throw new TooManyPointsException("more than " + this.limit, this.limit);
		}
		this.values = Arrays.copyOf(this.values, (int) Math.min(this.limit, 2L * this.size));
	}

}
