package dev.sigmoid.format;

import dev.sigmoid.grid.Decimals;
import dev.sigmoid.service.Block;
import dev.sigmoid.service.Column;
import dev.sigmoid.service.Table;

/**
 * The numbers of a column as text, many at a time: those that {@link Digits} writes, but
 * made together.
 */
sealed interface Numbers permits DigitsBlock, Odometer {

	/** Returns those of a table's column. */
	static Numbers of(Table table, Column column, DigitsBlock.Scratch scratch) {
		Decimals decimals = table.decimals();
		return (column == Column.X && decimals != null) ? new Odometer(decimals) : new DigitsBlock(column, scratch);
	}

	/** Takes the rows of a block, which stays until the last is written. */
	void take(Block block);

	/**
	 * Writes the number of the next row into the {@link Notation#ROOM} from an offset on.
	 * @return the offset behind the text
	 */
	int writeNext(byte[] buffer, int offset);

	/**
	 * Writes the numbers of all rows, a separator behind each; there is
	 * {@link Notation#ROOM} and a byte more for each.
	 * @return the offset behind the last separator
	 */
	int writeAll(char separator, byte[] buffer, int offset);

}
