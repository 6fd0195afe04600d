package dev.sigmoid.format;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

import com.google.flatbuffers.Table;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads the metadata of a client's Arrow messages, which may hold anything. FlatBuffers
 * checks no offset but against the bounds of the array, so whatever it throws is the
 * client's fault, and what it returns is checked here.
 */
final class ArrowMetadata {

	private final Message message;

	private final String place;

	private ArrowMetadata(ByteBuffer metadata, String place) {
		this.message = Message.getRootAsMessage(metadata);
		this.place = place;
	}

	/**
	 * Checks that a message is the schema of the one float64 column x.
	 * @throws MalformedBodyException if it is anything else
	 */
	static void checkSchema(ByteBuffer metadata, String place) {
		guarded(place, () -> {
			new ArrowMetadata(metadata, place).checkSchema();
			return true;
		});
	}

	/**
	 * Returns where a record batch has its values, within the body's bounds.
	 * @throws MalformedBodyException if the message is anything else than a record batch
	 * of one column
	 */
	static Layout recordBatch(ByteBuffer metadata, String place) {
		return guarded(place, () -> new ArrowMetadata(metadata, place).recordBatch());
	}

	private static <T> T guarded(String place, Supplier<T> read) {
		try {
			return read.get();
		}
		catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException ex) {
			throw new MalformedBodyException(place, "its metadata is corrupt; send what an Arrow library writes");
		}
	}

	private void checkSchema() {
		Schema schema = header(MessageHeader.Schema, new Schema());
		if (schema.endianness() != Endianness.Little) {
			throw malformed("the stream is big-endian; send it little-endian");
		}
		if (schema.fieldsLength() == 0) {
			throw malformed("there is no column; send the float64 column x");
		}
		for (int i = 0; i < schema.fieldsLength(); i++) {
			Field field = schema.fields(i);
			String name = field.name();
			if (!"x".equals(name)) {
				throw malformed("unknown column " + Excerpt.of(String.valueOf(name)) + "; only \"x\" is taken");
			}
			if (i > 0) {
				throw malformed("\"x\" is given a second time; put all values into one column");
			}
			if (field.dictionary() != null || !isDouble(field)) {
				throw malformed("column x is %s; it must be float64: cast it".formatted(type(field)));
			}
		}
	}

	private static boolean isDouble(Field field) {
		return field.typeType() == Type.FloatingPoint && precision(field) == Precision.DOUBLE;
	}

	private static short precision(Field field) {
		return ((FloatingPoint) present(field.type(new FloatingPoint()))).precision();
	}

	private static String type(Field field) {
		if (field.dictionary() != null) {
			return "dictionary-encoded";
		}
		String name = Type.name(field.typeType());
		return "of type " + ((field.typeType() == Type.FloatingPoint)
				? name + " (" + Precision.name(precision(field)) + ")" : name);
	}

	private Layout recordBatch() {
		RecordBatch batch = header(MessageHeader.RecordBatch, new RecordBatch());
		if (batch.compression() != null) {
			throw malformed("its body is compressed; write the stream without compression");
		}
		if (batch.nodesLength() != 1 || batch.buffersLength() != 2) {
			throw malformed("its metadata has %d columns and %d buffers; the one column x has 2 buffers"
				.formatted(batch.nodesLength(), batch.buffersLength()));
		}
		FieldNode node = batch.nodes(0);
		Buffer validity = batch.buffers(0);
		Buffer data = batch.buffers(1);
		long rows = batch.length();
		long nulls = node.nullCount();
		boolean fits = rows >= 0 && node.length() == rows && isWithinBody(validity) && isWithinBody(data)
				&& rows <= data.length() / Double.BYTES && (nulls == 0 || (rows - 1) / Byte.SIZE < validity.length());
		if (!fits) {
			throw malformed("its lengths and offsets do not fit; send what an Arrow library writes");
		}
		return new Layout(rows, nulls, validity.offset(), data.offset(), this.message.bodyLength());
	}

	private boolean isWithinBody(Buffer buffer) {
		return buffer.offset() >= 0 && buffer.length() >= 0
				&& buffer.length() <= this.message.bodyLength() - buffer.offset();
	}

	private <T extends Table> T header(byte wanted, T header) {
		short version = this.message.version();
		if (version != MetadataVersion.V5 && version != MetadataVersion.V4) {
			throw malformed("its metadata is of version %s; V4 and V5 are taken"
				.formatted((version < MetadataVersion.V4) ? "V" + (version + 1) : "a later one"));
		}
		byte type = this.message.headerType();
		if (type != wanted) {
			throw malformed("the message is a %s; a %s must stand here".formatted(MessageHeader.name(type),
					MessageHeader.name(wanted)));
		}
		this.message.header(header);
		if (header.getByteBuffer() == null) {
			throw new IllegalArgumentException("no header");
		}
		return header;
	}

	private static <T> T present(@Nullable T part) {
		if (part == null) {
			throw new IllegalArgumentException("a part is missing");
		}
		return part;
	}

	private MalformedBodyException malformed(String reason) {
		return new MalformedBodyException(this.place, reason);
	}

	/**
	 * Where a record batch has its values.
	 *
	 * @param rows how many there are
	 * @param nulls how many of them are null
	 * @param validity the offset of the validity bitmap in the body
	 * @param data the offset of the values in the body
	 * @param bodyLength how many bytes the body has
	 */
	record Layout(long rows, long nulls, long validity, long data, long bodyLength) {
	}

}
