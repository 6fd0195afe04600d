package dev.sigmoid.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

import dev.sigmoid.grid.Grid;
import dev.sigmoid.grid.Range;
import dev.sigmoid.grid.Values;
import dev.sigmoid.service.Function;
import dev.sigmoid.service.SigmoidService;
import dev.sigmoid.service.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FormatTests {

	private final SigmoidService service = new SigmoidService();

	@Test
	void oneValueIsAnObjectAndAListOfOneAreColumns() throws IOException {
		assertThat(written(Format.JSON, Values.point(0))).isEqualTo("{\"x\":0.0,\"y\":0.5}");
		assertThat(written(Format.JSON, new Values(0))).isEqualTo("{\"x\":[0.0],\"y\":[0.5]}");
	}

	@Test
	void linesEndAsEachFormatHasIt() throws IOException {
		assertThat(written(Format.CSV, new Values(0))).isEqualTo("x,y\r\n0.0,0.5\r\n");
		assertThat(written(Format.NDJSON, new Values(0))).isEqualTo("{\"x\":0.0,\"y\":0.5}\n");
		assertThat(written(Format.TEXT, new Values(0))).isEqualTo("0.5\n");
	}

	@Test
	void longestNumbersFitTheBuffer() throws IOException {
		double longest = -2.2250738585072014E-308;
		double[] values = DoubleStream.generate(() -> longest).limit(5000).toArray();
		for (Format format : List.of(Format.JSON, Format.NDJSON, Format.CSV)) {
			assertThat(written(format, new Values(values)).split(Double.toString(longest), -1)).hasSize(5001);
		}
	}

	@Test
	void decimalsOfARangeAreWrittenAsItsDoublesAre() throws IOException {
		Random random = new Random(1);
		for (int i = 0; i < 300; i++) {
			BigDecimal start = new BigDecimal(new BigInteger(1 + random.nextInt(40), random), random.nextInt(23));
			BigDecimal step = new BigDecimal(new BigInteger(1 + random.nextInt(30), random).add(BigInteger.ONE),
					random.nextInt(23));
			Range range = Range.ofCount(start, start.add(step.multiply(BigDecimal.valueOf(99))),
					BigInteger.valueOf(100), true, 100);
			double[] points = new double[100];
			range.fill(0, points, 100);
			assertThat(written(Format.CSV, range)).as("from %s by %s", start, step)
				.isEqualTo(written(Format.CSV, new Values(points)));
		}
	}

	@ParameterizedTest
	@EnumSource
	void firstBytesLeaveLongBeforeTheLastAreComputed(Format format) {
		Table table = this.service.table(Function.SIGMOID,
				Range.ofStep(BigDecimal.ZERO, new BigDecimal("1e9"), BigDecimal.ONE, false, Long.MAX_VALUE), false);
		OutputStream closed = new OutputStream() {

			private int bytes;

			@Override
			public void write(int b) {
				this.bytes++;
			}

			@Override
			public void write(byte[] source, int offset, int length) throws IOException {
				this.bytes += length;
				if (this.bytes > 200_000) {
					throw new IOException("the reader has gone");
				}
			}

		};
		// a billion points would neither fit the heap nor the time
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> format.write(table, closed))
			.withMessage("the reader has gone");
	}

	@Test
	void namesAreThoseOfTheParameter() {
		assertThat(Format.values()).extracting(Format::parameter)
			.containsExactly("json", "ndjson", "csv", "text", "arrow");
	}

	private String written(Format format, Grid grid) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		format.write(this.service.table(Function.SIGMOID, grid, false), out);
		return out.toString(StandardCharsets.UTF_8);
	}

}
