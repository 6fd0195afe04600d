package dev.sigmoid.format;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.function.IntConsumer;

import dev.sigmoid.grid.TooManyPointsException;

/** Doubles in the order they were added; as many as come, up to a limit. */
final class Values {

	private static final int FIRST_CAPACITY = 1024;

	private final int limit;

	private final IntConsumer growing;

	private double[] values;

	private int size;

	Values(int limit) {
		this(limit, (capacity) -> {
		});
	}

	/**
	 * Makes room for the first values.
	 * @param limit how many there may be
	 * @param growing is told for how many there will be room, before the memory is taken
	 */
	Values(int limit, IntConsumer growing) {
		this.limit = limit;
		this.growing = growing;
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
		int capacity = (int) Math.min(this.limit, 2L * this.size);
		this.growing.accept(capacity);
		this.values = Arrays.copyOf(this.values, capacity);
	}

}
