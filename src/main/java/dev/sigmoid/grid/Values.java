package dev.sigmoid.grid;

/**
 * A list of values, in the order in which they were given.
 */
public final class Values implements Grid {

	private final double[] values;

	private final int size;

	private final boolean point;

	/**
	 * Takes the first {@code size} elements of an array without copying it; the caller
	 * must not change them afterwards.
	 * @throws InvalidGridException if there is no value
	 */
	public Values(double[] values, int size) {
		this(values, size, false);
	}

	/** Takes the whole array. */
	public Values(double... values) {
		this(values, values.length);
	}

	private Values(double[] values, int size, boolean point) {
		if (size == 0) {
			throw new InvalidGridException("x", "must hold at least one value");
		}
		this.values = values;
		this.size = size;
		this.point = point;
	}

	/** One value, asked for by itself. */
	public static Values point(double x) {
		return new Values(new double[] { x }, 1, true);
	}

	@Override
	public long size() {
		return this.size;
	}

	@Override
	public boolean isPoint() {
		return this.point;
	}

	@Override
	public long firstNotFinite() {
		for (int i = 0; i < this.size; i++) {
			if (!Double.isFinite(this.values[i])) {
				return i;
			}
		}
		return -1;
	}

	@Override
	public void fill(long from, double[] target, int count) {
		System.arraycopy(this.values, Math.toIntExact(from), target, 0, count);
	}

}
