package dev.sigmoid.service;

import java.util.EnumMap;
import java.util.Map;
import java.util.NoSuchElementException;

import dev.sigmoid.math.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * A few hundred consecutive rows of a table, small enough for the processor's nearest
 * cache; filled again and again while a table is pulled.
 */
public final class Block {

	/** The most rows that a block has. */
	public static final int CAPACITY = 512;

	private final Map<Column, double[]> columns = new EnumMap<>(Column.class);

	private final int capacity;

	private @Nullable Workspace workspace;

	private long from;

	private int size;

	Block(int capacity, Column... wanted) {
		this.capacity = capacity;
		this.columns.put(Column.X, new double[capacity]);
		for (Column column : wanted) {
			this.columns.put(column, new double[capacity]);
		}
	}

	/** Makes this the rows {@code from} to {@code from + size − 1}. */
	void move(long from, int size) {
		this.from = from;
		this.size = size;
	}

	/** Returns the scratch for computing these rows; a single one needs none. */
	Workspace workspace() {
		if (this.workspace == null) {
			this.workspace = new Workspace(this.capacity);
		}
		return this.workspace;
	}

	/** Returns the index of the first row in the table. */
	public long from() {
		return this.from;
	}

	/** Returns the number of rows. */
	public int size() {
		return this.size;
	}

	/**
	 * Returns a column that was asked for; its first {@link #size()} elements count,
	 * until the next block is pulled.
	 */
	public double[] column(Column column) {
		double[] numbers = this.columns.get(column);
		if (numbers == null) {
			throw new NoSuchElementException("column " + column + " was not asked for");
		}
		return numbers;
	}

}
