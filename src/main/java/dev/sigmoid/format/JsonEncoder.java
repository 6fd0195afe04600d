package dev.sigmoid.format;

import java.io.IOException;
import java.io.OutputStream;

import dev.sigmoid.service.Block;
import dev.sigmoid.service.Column;
import dev.sigmoid.service.Table;

/**
 * JSON in columns, {@code {"x":[…],"y":[…]}}; one value as an object of numbers. The
 * table is pulled once a column.
 */
final class JsonEncoder implements Encoder {

	@Override
	public void write(Table table, OutputStream out) throws IOException {
		if (table.isPoint()) {
			RowEncoder.JSON_OBJECT.write(table, out);
			return;
		}
		TextBuffer text = new TextBuffer(out, table.size());
		DigitsBlock.Scratch scratch = new DigitsBlock.Scratch((int) Math.min(Block.CAPACITY, table.size()));
		char before = '{';
		for (Column column : table.columns()) {
			byte[] opening = TextBuffer.ascii(before + "\"" + column.title() + "\":[");
			text.reserve(opening.length);
			text.put(opening);
			write(table, Numbers.of(table, column, scratch), text);
			text.replaceLast(']');
			before = ',';
		}
		text.reserve(1);
		text.put(TextBuffer.ascii("}"));
		text.flush();
	}

	private static void write(Table table, Numbers numbers, TextBuffer text) throws IOException {
		for (Block block : table.blocks()) {
			numbers.take(block);
			text.reserve(block.size() * (Notation.ROOM + 1));
			text.putAll(numbers, ',');
		}
	}

}
