package dev.sigmoid.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.sigmoid.service.Block;
import dev.sigmoid.service.Column;
import dev.sigmoid.service.Table;

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

	/** What stands before the numbers of each column. */
	private final Map<Column, byte[]> before = new EnumMap<>(Column.class);

	private final byte[] end;

	RowEncoder(String beforeFirst, String beforeOther, String end) {
		for (Column column : Column.values()) {
			String pattern = (column == Column.X) ? beforeFirst : beforeOther;
			this.before.put(column, TextBuffer.ascii(pattern.formatted(column.title())));
		}
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
		Column[] columns = columns(table).toArray(new Column[0]);
		byte[][] before = before(columns);
		TextBuffer text = new TextBuffer(out, table.size());
		text.put(TextBuffer.ascii(header(List.of(columns))));
		if (table.size() == 1) {
			writeOne(table.blocks().iterator().next(), columns, before, text);
		}
		else {
			writeMany(table, columns, before, text);
		}
		text.flush();
	}

	private void writeOne(Block block, Column[] columns, byte[][] before, TextBuffer text) {
		for (int i = 0; i < columns.length; i++) {
			text.put(before[i]);
			text.put(block.column(columns[i])[0]);
		}
		text.put(this.end);
	}

	private void writeMany(Table table, Column[] columns, byte[][] before, TextBuffer text) throws IOException {
		DigitsBlock.Scratch scratch = new DigitsBlock.Scratch((int) Math.min(Block.CAPACITY, table.size()));
		Numbers[] numbers = new Numbers[columns.length];
		Arrays.setAll(numbers, (i) -> Numbers.of(table, columns[i], scratch));
		int longestRow = longestRow(before);
		for (Block block : table.blocks()) {
			for (Numbers each : numbers) {
				each.take(block);
			}
			text.reserve(longestRow * block.size());
			writeRows(block.size(), before, numbers, text);
		}
	}

	private void writeRows(int rows, byte[][] before, Numbers[] numbers, TextBuffer text) {
		for (int row = 0; row < rows; row++) {
			for (int i = 0; i < numbers.length; i++) {
				text.put(before[i]);
				text.putNext(numbers[i]);
			}
			text.put(this.end);
		}
	}

	private byte[][] before(Column[] columns) {
		byte[][] before = new byte[columns.length][];
		for (int i = 0; i < before.length; i++) {
			before[i] = Objects.requireNonNull(this.before.get(columns[i]));
		}
		return before;
	}

	private int longestRow(byte[][] before) {
		int longest = this.end.length;
		for (byte[] each : before) {
			longest += each.length + Notation.ROOM;
		}
		return longest;
	}

}
