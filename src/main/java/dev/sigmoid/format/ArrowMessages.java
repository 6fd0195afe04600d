package dev.sigmoid.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.sigmoid.service.Column;
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

/**
 * The messages of an Arrow IPC stream of float64 columns without nulls, as the Arrow
 * columnar format 1.5 encapsulates them: a marker, the length of the metadata, the
 * metadata; the body of a record batch follows by itself.
 *
 * <p>
 * Metadata and columns are padded to 64 bytes, so that every column of a stream that is
 * read into aligned memory can be used where it lies.
 */
final class ArrowMessages {

	/** What starts every message. */
	static final int CONTINUATION = 0xffffffff;

	/** The bytes of the marker and the length. */
	static final int PREFIX = 2 * Integer.BYTES;

	private static final int ALIGNMENT = 64;

	private ArrowMessages() {
	}

	/** Returns the first message of a stream. */
	static byte[] schema(List<Column> columns) {
		FlatBufferBuilder builder = new FlatBufferBuilder();
		int[] fields = columns.stream().mapToInt((column) -> field(builder, column)).toArray();
		int schema = Schema.createSchema(builder, Endianness.Little, Schema.createFieldsVector(builder, fields), 0, 0);
		return message(builder, MessageHeader.Schema, schema, 0);
	}

	private static int field(FlatBufferBuilder builder, Column column) {
		int name = builder.createString(column.title());
		int type = FloatingPoint.createFloatingPoint(builder, Precision.DOUBLE);
		int children = Field.createChildrenVector(builder, new int[0]);
		return Field.createField(builder, name, false, Type.FloatingPoint, type, 0, children, 0);
	}

	/**
	 * Returns the message before the body of a record batch, in which the columns follow
	 * each other, {@link #columnLength} bytes each.
	 */
	static byte[] recordBatch(int columns, int rows) {
		FlatBufferBuilder builder = new FlatBufferBuilder();
		long length = columnLength(rows);
		RecordBatch.startNodesVector(builder, columns);
		for (int i = 0; i < columns; i++) {
			FieldNode.createFieldNode(builder, rows, 0);
		}
		int nodes = builder.endVector();
		// from the last to the first, as FlatBuffers are built
		RecordBatch.startBuffersVector(builder, 2 * columns);
		for (int i = columns - 1; i >= 0; i--) {
			Buffer.createBuffer(builder, i * length, (long) rows * Double.BYTES);
			// without nulls the validity bitmap may be left out
			Buffer.createBuffer(builder, i * length, 0);
		}
		int buffers = builder.endVector();
		int batch = RecordBatch.createRecordBatch(builder, rows, nodes, buffers, 0, 0);
		return message(builder, MessageHeader.RecordBatch, batch, columns * length);
	}

	/** Returns the bytes that a column of so many rows takes in a body. */
	static int columnLength(int rows) {
		return padded(rows * Double.BYTES);
	}

	/** Returns what ends a stream. */
	static byte[] end() {
		return prefix(PREFIX).array();
	}

	private static byte[] message(FlatBufferBuilder builder, byte type, int header, long bodyLength) {
		builder.finish(Message.createMessage(builder, MetadataVersion.V5, type, header, bodyLength, 0));
		ByteBuffer metadata = builder.dataBuffer();
		return prefix(padded(PREFIX + metadata.remaining())).put(metadata).array();
	}

	/** Returns a message of so many bytes, of which only the first are written. */
	private static ByteBuffer prefix(int length) {
		return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN).putInt(CONTINUATION).putInt(length - PREFIX);
	}

	private static int padded(int length) {
		return (length + ALIGNMENT - 1) & -ALIGNMENT;
	}

}
