package dev.sigmoid.service;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

import dev.sigmoid.math.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * A few hundred consecutive rows of a table, small enough for the processor's nearest
 * cache; filled again and again while a table is pulled.
 */
public final class Block {

	/** The most rows that a block has. */
	public static final int CAPACITY = 512;

	private final Table table;

	private final int capacity;

	private final Map<Column, double[]> columns = new EnumMap<>(Column.class);

	private final Set<Column> computed = EnumSet.noneOf(Column.class);

	private @Nullable Workspace workspace;

	private long from;

	private int size;

	Block(Table table) {
		this.table = table;
		this.capacity = (int) Math.min(CAPACITY, table.size());
	}

	/** Makes this the rows {@code from} to {@code from + size − 1}. */
	void move(long from, int size) {
		this.from = from;
		this.size = size;
		this.computed.clear();
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
	 * Returns a column; its first {@link #size()} elements count, until the next block is
	 * pulled.
	 * @throws NoSuchElementException if the table has no such column
	 */
	public double[] column(Column column) {
		double[] numbers = this.columns.computeIfAbsent(column, (any) -> new double[this.capacity]);
		if (!this.computed.contains(column)) {
			this.table.fill(this, column, numbers);
			this.computed.add(column);
		}
		return numbers;
	}

}
