package dev.sigmoid.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.List;

import dev.sigmoid.service.Block;
import dev.sigmoid.service.Column;
import dev.sigmoid.service.Table;

/**
 * An Arrow IPC stream of non-null float64 columns, in record batches of {@link #ROWS}
 * rows but the last.
 *
 * <p>
 * In a record batch each column is contiguous, so the blocks of one batch are gathered in
 * an array, copied as a whole, and the array is sent and used again.
 */
final class ArrowEncoder implements Encoder {

	/**
	 * The rows of a record batch, a multiple of {@link Block#CAPACITY}: few enough for
	 * the gathered columns to stay in the processor's cache.
	 */
	static final int ROWS = 8 * 1024;

	@Override
	public void write(Table table, OutputStream out) throws IOException {
		List<Column> columns = table.columns();
		out.write(ArrowMessages.schema(columns));
		int capacity = (int) Math.min(ROWS, table.size());
		byte[] body = new byte[columns.size() * ArrowMessages.columnLength(capacity)];
		DoubleBuffer numbers = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
		for (Block block : table.blocks()) {
			int row = (int) (block.from() % ROWS);
			int rows = (int) Math.min(ROWS, table.size() - block.from() + row);
			int columnLength = ArrowMessages.columnLength(rows);
			for (int i = 0; i < columns.size(); i++) {
				numbers.put(i * columnLength / Double.BYTES + row, block.column(columns.get(i)), 0, block.size());
			}
			if (row + block.size() == rows) {
				clearPadding(body, columns.size(), rows);
				out.write(ArrowMessages.recordBatch(columns.size(), rows));
				out.write(body, 0, columns.size() * columnLength);
			}
		}
		out.write(ArrowMessages.end());
	}

	/** The batch before may have left numbers there. */
	private static void clearPadding(byte[] body, int columns, int rows) {
		int columnLength = ArrowMessages.columnLength(rows);
		for (int end = columnLength; end <= columns * columnLength; end += columnLength) {
			Arrays.fill(body, end - columnLength + rows * Double.BYTES, end, (byte) 0);
		}
	}

}
