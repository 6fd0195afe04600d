package dev.sigmoid.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.sigmoid.grid.Values;
import dev.sigmoid.service.Function;
import dev.sigmoid.service.SigmoidService;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArrowEncoderTests {

	private final SigmoidService service = new SigmoidService();

	private final List<String> columns = new ArrayList<>();

	private final List<Long> batches = new ArrayList<>();

	private double[][] numbers = new double[0][];

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 8, 511, 512, 513, ArrowEncoder.ROWS - 1, ArrowEncoder.ROWS, ArrowEncoder.ROWS + 1,
			2 * ArrowEncoder.ROWS, 70_001 })
	void everyNumberComesBackBitByBit(int rows) throws IOException {
		double[] x = IntStream.range(0, rows).mapToDouble((i) -> (i - rows / 2) / 1000.0).toArray();
		for (boolean withDerivative : new boolean[] { false, true }) {
			readBack(written(x, withDerivative));
			assertThat(this.columns).isEqualTo(withDerivative ? List.of("x", "y", "dy") : List.of("x", "y"));
			assertThat(this.numbers[0]).isEqualTo(x);
			assertThat(this.numbers[1]).isEqualTo(Arrays.stream(x).map(Function.SIGMOID::at).toArray());
			if (withDerivative) {
				assertThat(this.numbers[2]).isEqualTo(Arrays.stream(x).map(Function.SIGMOID_DERIVATIVE::at).toArray());
			}
			assertThat(this.batches).hasSize((rows + ArrowEncoder.ROWS - 1) / ArrowEncoder.ROWS)
				.allMatch((length) -> length <= 65_536);
		}
	}

	@Test
	void specialsAreCarried() throws IOException {
		readBack(written(new double[] { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY }, true));
		assertThat(this.numbers[1]).containsExactly(Double.NaN, 1, 0);
		assertThat(this.numbers[2]).containsExactly(Double.NaN, 0, 0);
	}

	private byte[] written(double[] x, boolean withDerivative) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Format.ARROW.write(this.service.table(Function.SIGMOID, new Values(x), withDerivative), out);
		return out.toByteArray();
	}

	private void readBack(byte[] bytes) {
		this.columns.clear();
		this.batches.clear();
		ByteBuffer stream = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		readSchema((Schema) message(stream, MessageHeader.Schema).header(new Schema()));
		this.numbers = new double[this.columns.size()][0];
		while (stream.getInt(stream.position() + Integer.BYTES) != 0) {
			Message message = message(stream, MessageHeader.RecordBatch);
			readBatch((RecordBatch) message.header(new RecordBatch()), stream);
			stream.position(stream.position() + (int) message.bodyLength());
		}
		assertThat(stream.getLong()).isEqualTo(0xffff_ffffL);
		assertThat(stream.hasRemaining()).isFalse();
	}

	private static Message message(ByteBuffer stream, byte type) {
		assertThat(stream.position() % 64).isZero();
		assertThat(stream.getInt()).isEqualTo(-1);
		int length = stream.getInt();
		Message message = Message.getRootAsMessage(stream.slice().limit(length));
		stream.position(stream.position() + length);
		assertThat(stream.position() % 64).isZero();
		assertThat(message.headerType()).isEqualTo(type);
		return message;
	}

	private void readSchema(Schema schema) {
		for (int i = 0; i < schema.fieldsLength(); i++) {
			Field field = schema.fields(i);
			this.columns.add(field.name());
			assertThat(field.nullable()).isFalse();
			assertThat(field.typeType()).isEqualTo(Type.FloatingPoint);
			assertThat(((FloatingPoint) field.type(new FloatingPoint())).precision()).isEqualTo(Precision.DOUBLE);
		}
	}

	private void readBatch(RecordBatch batch, ByteBuffer stream) {
		this.batches.add(batch.length());
		assertThat(batch.nodesLength()).isEqualTo(this.columns.size());
		assertThat(batch.buffersLength()).isEqualTo(2 * this.columns.size());
		for (int i = 0; i < this.numbers.length; i++) {
			assertThat(batch.nodes(i).length()).isEqualTo(batch.length());
			assertThat(batch.nodes(i).nullCount()).isZero();
			assertThat(batch.buffers(2 * i).length()).isZero();
			Buffer data = batch.buffers(2 * i + 1);
			assertThat(data.offset() % 64).isZero();
			assertThat(data.length()).isEqualTo(batch.length() * Double.BYTES);
			int before = this.numbers[i].length;
			this.numbers[i] = Arrays.copyOf(this.numbers[i], before + (int) batch.length());
			stream.slice(stream.position() + (int) data.offset(), (int) data.length())
				.order(ByteOrder.LITTLE_ENDIAN)
				.asDoubleBuffer()
				.get(this.numbers[i], before, (int) batch.length());
		}
	}

}
