package dev.sigmoid.format;

import java.io.IOException;
import java.io.OutputStream;

import dev.sigmoid.service.Table;

/** What makes the bytes of a {@link Format}. */
@FunctionalInterface
interface Encoder {

	/** Writes a whole table. */
	void write(Table table, OutputStream out) throws IOException;

}
