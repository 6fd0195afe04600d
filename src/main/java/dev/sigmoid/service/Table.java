package dev.sigmoid.service;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import dev.sigmoid.grid.Decimals;
import dev.sigmoid.grid.Grid;
import org.jspecify.annotations.Nullable;

/**
 * A function over a grid: columns x, y and perhaps dy, a row a point. Nothing is computed
 * before the blocks are pulled, and they can be pulled more than once.
 */
public final class Table {

	private final Grid grid;

	private final Function function;

	private final @Nullable Function derivative;

	Table(Grid grid, Function function, @Nullable Function derivative) {
		this.grid = grid;
		this.function = function;
		this.derivative = derivative;
	}

	/** Returns the function of the column y. */
	public Function function() {
		return this.function;
	}

	/** Returns the number of rows, at least 1. */
	public long size() {
		return this.grid.size();
	}

	/**
	 * Returns whether this is the answer for one value, rather than for a list of values
	 * or a range that happens to hold one.
	 */
	public boolean isPoint() {
		return this.grid.isPoint();
	}

	/**
	 * Returns the index of the first row whose x is infinite or NaN, or −1 if all are
	 * finite, as y and dy are then.
	 */
	public long firstNotFinite() {
		return this.grid.firstNotFinite();
	}

	/** Returns the columns, in order. */
	public List<Column> columns() {
		return (this.derivative == null) ? List.of(Column.X, Column.Y) : List.of(Column.X, Column.Y, Column.DY);
	}

	/** Returns the decimals that x was computed from, if they are its shortest digits. */
	public @Nullable Decimals decimals() {
		return this.grid.decimals();
	}

	/**
	 * Returns all rows in order, block by block. Each block is valid until the next one
	 * is pulled; its columns are computed when they are asked for.
	 */
	public Iterable<Block> blocks() {
		return Blocks::new;
	}

	/** Writes a column of a block. */
	void fill(Block block, Column column, double[] target) {
		switch (column) {
			case X -> this.grid.fill(block.from(), target, block.size());
			case Y -> this.function.at(block, target);
			case DY -> derivative().at(block, target);
		}
	}

	private Function derivative() {
		if (this.derivative == null) {
			throw new NoSuchElementException("the table has no column dy");
		}
		return this.derivative;
	}

	private final class Blocks implements Iterator<Block> {

		private final Block block = new Block(Table.this);

		private long next;

		@Override
		public boolean hasNext() {
			return this.next < size();
		}

		@Override
		public Block next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			int rows = (int) Math.min(Block.CAPACITY, size() - this.next);
			this.block.move(this.next, rows);
			this.next += rows;
			return this.block;
		}

	}

}
