package dev.sigmoid.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

import dev.sigmoid.grid.TooManyPointsException;
import org.jspecify.annotations.Nullable;

/**
 * Reads an Arrow IPC stream of the one column {@code x}, straight into doubles as its
 * bytes arrive.
 *
 * <p>
 * The column is float64, little-endian, in any number of record batches, empty ones
 * included, with at least one value altogether. Values may be infinite or NaN, not null.
 * Not taken: other columns, dictionaries, compressed bodies, anything behind the stream's
 * end, and the framing of before Arrow 0.15. What a body declares is checked before it is
 * believed, and memory grows with the bytes that arrive.
 */
final class ArrowBatch {

	private static final int CHUNK = 32 * 1024;

	/** Room for what pandas and others note in a schema, and a limit for the rest. */
	private static final int MAX_METADATA = 1024 * 1024;

	private final InputStream in;

	private final Values values;

	private final byte[] chunk = new byte[CHUNK];

	/** The part of the stream that is being read. */
	private String place = "schema";

	private ArrowBatch(InputStream in, Values values) {
		this.in = in;
		this.values = values;
	}

	/**
	 * Returns the values of a body, in their order.
	 * @param in the body
	 * @param values takes them, none as yet
	 * @throws MalformedBodyException if the body is anything else than described above
	 * @throws TooManyPointsException if there are more values than are taken
	 * @throws IOException as the stream throws it
	 */
	static double[] read(InputStream in, Values values) throws IOException {
		new ArrowBatch(in, values).readStream();
		return values.toArray();
	}

	private void readStream() throws IOException {
		ByteBuffer metadata = nextMetadata();
		if (metadata == null) {
			throw malformed("the body is empty; send an Arrow IPC stream with a float64 column x");
		}
		ArrowMetadata.checkSchema(metadata, this.place);
		for (int batch = 1;; batch++) {
			this.place = "record batch " + batch;
			metadata = nextMetadata();
			if (metadata == null) {
				break;
			}
			readRecordBatch(ArrowMetadata.recordBatch(metadata, this.place));
		}
		if (this.values.size() == 0) {
			throw new MalformedBodyException("end of the stream",
					"no value at all; send a record batch with at least one row");
		}
	}

	/** Returns the metadata of the next message, or null at the end of the stream. */
	private @Nullable ByteBuffer nextMetadata() throws IOException {
		int read = this.in.readNBytes(this.chunk, 0, ArrowMessages.PREFIX);
		if (read == 0) {
			// a writer may end a stream by ending the body
			return null;
		}
		ByteBuffer prefix = ByteBuffer.wrap(this.chunk).order(ByteOrder.LITTLE_ENDIAN);
		if (read < ArrowMessages.PREFIX || prefix.getInt() != ArrowMessages.CONTINUATION) {
			throw malformed(faultOfPrefix(read));
		}
		int length = prefix.getInt();
		if (length == 0) {
			if (this.in.read() >= 0) {
				throw new MalformedBodyException("end of the stream", "there is more behind it; send one stream");
			}
			return null;
		}
		if (length < 0 || length > MAX_METADATA) {
			throw malformed("its metadata has %d bytes; at most %d are taken".formatted(Integer.toUnsignedLong(length),
					MAX_METADATA));
		}
		byte[] metadata = this.in.readNBytes(length);
		if (metadata.length < length) {
			throw endsHere();
		}
		return ByteBuffer.wrap(metadata);
	}

	private String faultOfPrefix(int length) {
		if (new String(this.chunk, 0, length, StandardCharsets.ISO_8859_1).startsWith("ARROW1")) {
			return "this is an Arrow file; send the stream format of Arrow IPC";
		}
		return "a message must start here with the bytes ff ff ff ff; send the stream format of Arrow IPC";
	}

	private void readRecordBatch(ArrowMetadata.Layout batch) throws IOException {
		if (batch.nulls() != 0) {
			throw faultOfNulls(batch);
		}
		skip(batch.data());
		long bytes = batch.rows() * Double.BYTES;
		for (long left = bytes; left > 0;) {
			int count = readChunk(left);
			this.values.add(ByteBuffer.wrap(this.chunk, 0, count).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer());
			left -= count;
		}
		skip(batch.bodyLength() - batch.data() - bytes);
	}

	/** Reads the validity bitmap up to the first null. */
	private MalformedBodyException faultOfNulls(ArrowMetadata.Layout batch) throws IOException {
		skip(batch.validity());
		long rows = batch.rows();
		for (long row = 0; row < rows; row += Byte.SIZE * (long) CHUNK) {
			int count = readChunk((rows - row + Byte.SIZE - 1) / Byte.SIZE);
			long firstNull = row + BitSet.valueOf(ByteBuffer.wrap(this.chunk, 0, count)).nextClearBit(0);
			if (firstNull < Math.min(rows, row + Byte.SIZE * (long) CHUNK)) {
				return new MalformedBodyException(
						"%s, row %d (x[%d])".formatted(this.place, firstNull + 1, this.values.size() + firstNull),
						"null is not taken; drop it, or send NaN");
			}
		}
		return malformed("its metadata counts %d nulls, its validity bitmap has none".formatted(batch.nulls()));
	}

	private void skip(long count) throws IOException {
		for (long left = count; left > 0;) {
			left -= readChunk(left);
		}
	}

	/** Reads a full chunk, or as many bytes as are wanted, and returns how many. */
	private int readChunk(long wanted) throws IOException {
		int count = (int) Math.min(wanted, CHUNK);
		if (this.in.readNBytes(this.chunk, 0, count) < count) {
			throw endsHere();
		}
		return count;
	}

	private MalformedBodyException endsHere() {
		return malformed("the body ends within it; send it whole");
	}

	private MalformedBodyException malformed(String reason) {
		return new MalformedBodyException(this.place, reason);
	}

}
