package dev.sigmoid.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;

import com.google.flatbuffers.FlatBufferBuilder;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;

/** Arrow streams as clients send them, right and wrong. */
public final class ArrowStreamBuilder {

	private final ByteArrayOutputStream stream = new ByteArrayOutputStream();

	private short version = MetadataVersion.V5;

	private short endianness = Endianness.Little;

	private short precision = Precision.DOUBLE;

	private boolean integer;

	private boolean dictionary;

	private boolean compressed;

	private long nulls;

	private long declaredRows = -1;

	private long dataOffset = -1;

	private byte[] validity = new byte[0];

	/** One batch a list of values, of a column x. */
	public static byte[] of(double[]... batches) {
		ArrowStreamBuilder builder = new ArrowStreamBuilder().schema("x");
		for (double[] batch : batches) {
			builder.batch(batch);
		}
		return builder.end();
	}

	ArrowStreamBuilder version(short version) {
		this.version = version;
		return this;
	}

	ArrowStreamBuilder bigEndian() {
		this.endianness = Endianness.Big;
		return this;
	}

	ArrowStreamBuilder precision(short precision) {
		this.precision = precision;
		return this;
	}

	ArrowStreamBuilder integer() {
		this.integer = true;
		return this;
	}

	ArrowStreamBuilder dictionary() {
		this.dictionary = true;
		return this;
	}

	ArrowStreamBuilder compressed() {
		this.compressed = true;
		return this;
	}

	/** The following batches say that they have so many nulls, and which values are. */
	ArrowStreamBuilder nulls(long count, int... validity) {
		this.nulls = count;
		this.validity = new byte[validity.length];
		IntStream.range(0, validity.length).forEach((i) -> this.validity[i] = (byte) validity[i]);
		return this;
	}

	/** The following batches say that they have so many rows. */
	ArrowStreamBuilder declaredRows(long rows) {
		this.declaredRows = rows;
		return this;
	}

	/** The following batches say that their values lie there. */
	ArrowStreamBuilder dataOffset(long offset) {
		this.dataOffset = offset;
		return this;
	}

	ArrowStreamBuilder schema(String... columns) {
		FlatBufferBuilder builder = new FlatBufferBuilder();
		int[] fields = new int[columns.length];
		for (int i = 0; i < columns.length; i++) {
			int name = builder.createString(columns[i]);
			int type = this.integer ? Int.createInt(builder, 64, true)
					: FloatingPoint.createFloatingPoint(builder, this.precision);
			int encoding = this.dictionary
					? DictionaryEncoding.createDictionaryEncoding(builder, 0, 0, false, (short) 0) : 0;
			fields[i] = Field.createField(builder, name, true, this.integer ? Type.Int : Type.FloatingPoint, type,
					encoding, 0, 0);
		}
		int schema = Schema.createSchema(builder, this.endianness, Schema.createFieldsVector(builder, fields), 0, 0);
		return message(builder, MessageHeader.Schema, schema, new byte[0]);
	}

	ArrowStreamBuilder batch(double... values) {
		FlatBufferBuilder builder = new FlatBufferBuilder();
		return message(builder, MessageHeader.RecordBatch, recordBatch(builder, values.length), body(values));
	}

	ArrowStreamBuilder dictionaryBatch() {
		FlatBufferBuilder builder = new FlatBufferBuilder();
		int batch = DictionaryBatch.createDictionaryBatch(builder, 0, 0, false);
		return message(builder, MessageHeader.DictionaryBatch, batch, new byte[0]);
	}

	ArrowStreamBuilder bytes(int... bytes) {
		IntStream.of(bytes).forEach(this.stream::write);
		return this;
	}

	byte[] end() {
		return bytes(255, 255, 255, 255, 0, 0, 0, 0).open();
	}

	/** Without the bytes that mark the end. */
	byte[] open() {
		return this.stream.toByteArray();
	}

	/** Validity, padding, values, padding, as other writers lay them out. */
	private byte[] body(double[] values) {
		int offset = padded(this.validity.length);
		byte[] body = Arrays.copyOf(this.validity, offset + values.length * Double.BYTES + 56);
		ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).position(offset).asDoubleBuffer().put(values);
		return body;
	}

	private int recordBatch(FlatBufferBuilder builder, long length) {
		long rows = (this.declaredRows < 0) ? length : this.declaredRows;
		RecordBatch.startNodesVector(builder, 1);
		FieldNode.createFieldNode(builder, rows, this.nulls);
		int nodes = builder.endVector();
		RecordBatch.startBuffersVector(builder, 2);
		long offset = (this.dataOffset < 0) ? padded(this.validity.length) : this.dataOffset;
		Buffer.createBuffer(builder, offset, rows * Double.BYTES);
		Buffer.createBuffer(builder, 0, this.validity.length);
		int buffers = builder.endVector();
		int compression = this.compressed ? BodyCompression.createBodyCompression(builder, (byte) 0, (byte) 0) : 0;
		return RecordBatch.createRecordBatch(builder, rows, nodes, buffers, compression, 0);
	}

	private ArrowStreamBuilder message(FlatBufferBuilder builder, byte type, int header, byte[] body) {
		builder.finish(Message.createMessage(builder, this.version, type, header, body.length, 0));
		byte[] metadata = builder.sizedByteArray();
		ByteBuffer message = ByteBuffer.allocate(8 + padded(metadata.length)).order(ByteOrder.LITTLE_ENDIAN);
		message.putInt(-1).putInt(padded(metadata.length)).put(metadata);
		this.stream.writeBytes(message.array());
		this.stream.writeBytes(body);
		return this;
	}

	private static int padded(int length) {
		return (length + 7) & -8;
	}

}
