package dev.sigmoid.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;

import dev.sigmoid.grid.Decimals;
import dev.sigmoid.service.Block;
import dev.sigmoid.service.Column;
import dev.sigmoid.service.Table;
import org.jspecify.annotations.Nullable;

/**
 * Text with a row a point. The layouts differ in what stands at the top, before each
 * number and at the end of a row.
 */
enum RowEncoder implements Encoder {

	/** {@code {"x":0.5,"y":0.6}} and a line feed. */
	NDJSON("{\"%s\":", ",\"%s\":", "}\n"),

	/** The same without the line feed. */
	JSON_OBJECT("{\"%s\":", ",\"%s\":", "}"),

	/** RFC 4180: a header line, commas, CR LF. */
	CSV("", ",", "\r\n") {
		@Override
		String header(List<Column> columns) {
			return columns.stream().map(Column::title).collect(Collectors.joining(",", "", "\r\n"));
		}
	},

	/** y alone, a number a line. */
	TEXT("", "", "\n") {
		@Override
		List<Column> columns(Table table) {
			return List.of(Column.Y);
		}
	};

	private final String beforeFirst;

	private final String beforeOther;

	private final byte[] end;

	RowEncoder(String beforeFirst, String beforeOther, String end) {
		this.beforeFirst = beforeFirst;
		this.beforeOther = beforeOther;
		this.end = TextBuffer.ascii(end);
	}

	/** Returns the columns that this layout shows. */
	List<Column> columns(Table table) {
		return table.columns();
	}

	/** Returns what stands at the top. */
	String header(List<Column> columns) {
		return "";
	}

	@Override
	public void write(Table table, OutputStream out) throws IOException {
		List<Column> columns = columns(table);
		byte[][] before = before(columns);
		double[][] numbers = new double[before.length][];
		Decimals abscissas = columns.contains(Column.X) ? table.decimals() : null;
		int longestRow = longestRow(before);
		TextBuffer text = new TextBuffer(out, table.size());
		text.put(TextBuffer.ascii(header(columns)));
		for (Block block : table.blocks(columns.toArray(new Column[0]))) {
			for (int i = 0; i < numbers.length; i++) {
				numbers[i] = block.column(columns.get(i));
			}
			text.reserve(longestRow * block.size());
			write(block, before, numbers, abscissas, text);
		}
		text.flush();
	}

	private void write(Block block, byte[][] before, double[][] numbers, @Nullable Decimals abscissas,
			TextBuffer text) {
		for (int row = 0; row < block.size(); row++) {
			for (int i = 0; i < numbers.length; i++) {
				text.put(before[i]);
				if (i == 0 && abscissas != null) {
					text.put(abscissas.unscaled(block.from() + row), abscissas.scale());
				}
				else {
					text.put(numbers[i][row]);
				}
			}
			text.put(this.end);
		}
	}

	private byte[][] before(List<Column> columns) {
		byte[][] before = new byte[columns.size()][];
		for (int i = 0; i < before.length; i++) {
			String pattern = (i == 0) ? this.beforeFirst : this.beforeOther;
			before[i] = TextBuffer.ascii(pattern.formatted(columns.get(i).title()));
		}
		return before;
	}

	private int longestRow(byte[][] before) {
		int longest = this.end.length;
		for (byte[] each : before) {
			longest += each.length + TextBuffer.LONGEST_NUMBER;
		}
		return longest;
	}

}
