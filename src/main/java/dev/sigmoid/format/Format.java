package dev.sigmoid.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.IntConsumer;

import dev.sigmoid.grid.TooManyPointsException;
import dev.sigmoid.service.Table;
import org.jspecify.annotations.Nullable;

/**
 * The representations of a table.
 */
public enum Format {

	/** An object of columns; of numbers, for one value. */
	JSON(Format.JSON_TYPE, new JsonEncoder(), JsonBatch::read),

	/** An object a line. */
	NDJSON(Format.NDJSON_TYPE, RowEncoder.NDJSON, null),

	/** RFC 4180 with a header line. */
	CSV(Format.CSV_TYPE, RowEncoder.CSV, CsvBatch::read),

	/** The function alone, a number a line. */
	TEXT(Format.TEXT_TYPE, RowEncoder.TEXT, null),

	/** An Arrow IPC stream. */
	ARROW(Format.ARROW_TYPE, new ArrowEncoder(), ArrowBatch::read);

	/** The media type of {@link #JSON}. */
	public static final String JSON_TYPE = "application/json";

	/** The media type of {@link #NDJSON}. */
	public static final String NDJSON_TYPE = "application/x-ndjson";

	/** The media type of {@link #CSV}. */
	public static final String CSV_TYPE = "text/csv;charset=UTF-8;header=present";

	/** The media type of {@link #TEXT}. */
	public static final String TEXT_TYPE = "text/plain;charset=UTF-8";

	/** The media type of {@link #ARROW}. */
	public static final String ARROW_TYPE = "application/vnd.apache.arrow.stream";

	private final String mediaType;

	private final Encoder encoder;

	private final @Nullable Decoder decoder;

	Format(String mediaType, Encoder encoder, @Nullable Decoder decoder) {
		this.mediaType = mediaType;
		this.encoder = encoder;
		this.decoder = decoder;
	}

	/** Returns the name that the parameter {@code format} takes. */
	public String parameter() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Returns the media type with its parameters, as an answer carries it. */
	public String mediaType() {
		return this.mediaType;
	}

	/**
	 * Writes a table, pulling its blocks as the bytes go out, so that memory does not
	 * grow with the table. The stream is neither flushed nor closed.
	 * @throws MalformedBodyException before the first byte, if a batch holds an infinite
	 * value or NaN, as Arrow can, and this format carries only finite numbers
	 * @throws IOException if the stream does
	 */
	public void write(Table table, OutputStream out) throws IOException {
		if (this != ARROW) {
			requireFinite(table);
		}
		this.encoder.write(table, out);
	}

	/** Returns whether a batch of values can come in this format. */
	public boolean isReadable() {
		return this.decoder != null;
	}

	/**
	 * Reads a batch of values, all or nothing.
	 * @param in where the bytes come from; read to its end, not closed
	 * @param maxPoints how many values there may be
	 * @param growing is told for how many values there will be room, before the memory is
	 * taken; what it throws ends the reading
	 * @return the values, at least one
	 * @throws MalformedBodyException if the bytes are not a batch in this format
	 * @throws TooManyPointsException if there are more than {@code maxPoints} values
	 * @throws IOException if the stream does
	 */
	public double[] read(InputStream in, int maxPoints, IntConsumer growing) throws IOException {
		if (this.decoder == null) {
			throw new UnsupportedOperationException(this + " is only written");
		}
		return this.decoder.read(in, new Values(maxPoints, growing));
	}

	private void requireFinite(Table table) {
		long row = table.firstNotFinite();
		if (row >= 0) {
			throw new MalformedBodyException("x[" + row + "]",
					"infinite or NaN, which %s cannot carry; ask for format=%s, or send finite values"
						.formatted(parameter(), ARROW.parameter()));
		}
	}

	@FunctionalInterface
	private interface Decoder {

		double[] read(InputStream in, Values values) throws IOException;

	}

}
