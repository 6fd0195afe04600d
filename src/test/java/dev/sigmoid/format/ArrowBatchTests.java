package dev.sigmoid.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

import dev.sigmoid.grid.TooManyPointsException;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Precision;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class ArrowBatchTests {

	private static final int LIMIT = 100_000;

	private static final int MUTATIONS = Integer.getInteger("batch.bodies", 100_000);

	private static final long[] EVIL = { 0, 1, -1, 7, 8, 1 << 20, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE,
			Long.MIN_VALUE, Long.MAX_VALUE / 8 + 1 };

	@Test
	void valuesOfAllBatchesComeInTheirOrder() throws IOException {
		byte[] stream = ArrowStreamBuilder.of(new double[] { 1, 2.5 }, new double[0], new double[] { -0.0 },
				new double[0]);
		assertThat(read(stream)).containsExactly(1, 2.5, -0.0);
	}

	@Test
	void specialsAreTakenBitByBit() throws IOException {
		double[] specials = { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE,
				Double.longBitsToDouble(0xfff8_0000_0000_0001L) };
		assertThat(Arrays.stream(read(ArrowStreamBuilder.of(specials))).mapToLong(Double::doubleToRawLongBits))
			.containsExactly(
					Arrays.stream(specials).mapToLong(Double::doubleToRawLongBits).boxed().toArray(Long[]::new));
	}

	@Test
	void largeBatchesArriveInPieces() throws IOException {
		double[] values = new SplittableRandom(1).doubles(LIMIT).toArray();
		byte[] stream = ArrowStreamBuilder.of(values);
		assertThat(ArrowBatch.read(new SlowInputStream(stream, 5000), new Values(LIMIT))).isEqualTo(values);
	}

	@Test
	void noValueAtAllIsRefused() {
		assertFault("end of the stream: no value at all; send a record batch with at least one row",
				new ArrowStreamBuilder().schema("x").end());
	}

	@Test
	void streamMayEndWithTheBody() throws IOException {
		assertThat(read(new ArrowStreamBuilder().schema("x").batch(1).open())).containsExactly(1);
	}

	@Test
	void olderMetadataAndUnusedValidityAreTaken() throws IOException {
		byte[] stream = new ArrowStreamBuilder().version(MetadataVersion.V4)
			.schema("x")
			.nulls(0, 0b11)
			.batch(1, 2)
			.end();
		assertThat(read(stream)).containsExactly(1, 2);
	}

	@Test
	void nullIsRefusedWithItsPlace() {
		assertFault("record batch 2, row 10 (x[11]): null is not taken; drop it, or send NaN",
				new ArrowStreamBuilder().schema("x")
					.batch(0, 0)
					.nulls(1, 0b1111_1111, 0b0000_0101)
					.batch(new double[11])
					.end());
		assertFault("record batch 1: its metadata counts 1 nulls, its validity bitmap has none",
				new ArrowStreamBuilder().schema("x").nulls(1, 0b0000_0111).batch(1, 2, 3).end());
		int[] validity = new int[50_000];
		Arrays.fill(validity, 255);
		validity[40_000] = 0b1111_0111;
		assertFault("record batch 1, row 320004 (x[320003]): null is not taken; drop it, or send NaN",
				new ArrowStreamBuilder().schema("x").nulls(1, validity).batch(new double[400_000]).end());
	}

	@Test
	void otherColumnsAreRefused() {
		assertFault("schema: unknown column \"y\"; only \"x\" is taken",
				new ArrowStreamBuilder().schema("x", "y").end());
		assertFault("schema: unknown column \"X\\u00e9\"; only \"x\" is taken",
				new ArrowStreamBuilder().schema("X\u00e9").end());
		assertFault("schema: \"x\" is given a second time; put all values into one column",
				new ArrowStreamBuilder().schema("x", "x").end());
		assertFault("schema: there is no column; send the float64 column x", new ArrowStreamBuilder().schema().end());
	}

	@Test
	void otherTypesAreRefused() {
		assertFault("schema: column x is of type Int; it must be float64: cast it",
				new ArrowStreamBuilder().integer().schema("x").end());
		assertFault("schema: column x is of type FloatingPoint (SINGLE); it must be float64: cast it",
				new ArrowStreamBuilder().precision(Precision.SINGLE).schema("x").end());
		assertFault("schema: column x is dictionary-encoded; it must be float64: cast it",
				new ArrowStreamBuilder().dictionary().schema("x").end());
		assertFault("schema: the stream is big-endian; send it little-endian",
				new ArrowStreamBuilder().bigEndian().schema("x").end());
	}

	@Test
	void otherMessagesAreRefused() {
		assertFault("record batch 1: the message is a DictionaryBatch; a RecordBatch must stand here",
				new ArrowStreamBuilder().schema("x").dictionaryBatch().end());
		assertFault("record batch 2: the message is a Schema; a RecordBatch must stand here",
				new ArrowStreamBuilder().schema("x").batch(1).schema("x").end());
		assertFault("schema: the message is a RecordBatch; a Schema must stand here",
				new ArrowStreamBuilder().batch(1).end());
		assertFault("record batch 1: its body is compressed; write the stream without compression",
				new ArrowStreamBuilder().schema("x").compressed().batch(1).end());
		assertFault("schema: its metadata is of version V3; V4 and V5 are taken",
				new ArrowStreamBuilder().version(MetadataVersion.V3).schema("x").end());
	}

	@Test
	void otherFramingIsRefused() {
		assertFault("schema: the body is empty; send an Arrow IPC stream with a float64 column x", new byte[0]);
		assertFault("schema: this is an Arrow file; send the stream format of Arrow IPC",
				"ARROW1\0\0\u00ff\u00ff".getBytes(StandardCharsets.ISO_8859_1));
		assertFault("schema: a message must start here with the bytes ff ff ff ff; send the stream format of Arrow IPC",
				"{\"x\":[1]}".getBytes(StandardCharsets.US_ASCII));
		assertFault("end of the stream: there is more behind it; send one stream",
				new ArrowStreamBuilder().schema("x").batch(1).bytes(255, 255, 255, 255, 0, 0, 0, 0, 0).open());
		assertFault("record batch 1: its metadata has 2147483649 bytes; at most 1048576 are taken",
				new ArrowStreamBuilder().schema("x").bytes(255, 255, 255, 255, 1, 0, 0, 128).open());
	}

	@Test
	void lengthsAndOffsetsBeyondTheBodyAreRefused() {
		for (long rows : new long[] { 9, 1L << 40, 1L << 61, Long.MAX_VALUE }) {
			assertFault("record batch 1: its lengths and offsets do not fit; send what an Arrow library writes",
					new ArrowStreamBuilder().schema("x").declaredRows(rows).batch(1).end());
		}
		for (long offset : new long[] { 60, 1L << 40, Long.MAX_VALUE }) {
			assertFault("record batch 1: its lengths and offsets do not fit; send what an Arrow library writes",
					new ArrowStreamBuilder().schema("x").dataOffset(offset).batch(1).end());
		}
	}

	@Test
	void everyCutIsFoundButTheOnesBetweenMessages() throws IOException {
		byte[] stream = ArrowStreamBuilder.of(new double[] { 1 }, new double[] { 2 });
		int taken = 0;
		for (int length = 0; length < stream.length; length++) {
			try {
				assertThat(read(Arrays.copyOf(stream, length))).startsWith(1);
				taken++;
			}
			catch (MalformedBodyException ex) {
				assertThat(ex).hasMessageMatching("(schema|record batch \\d|end of the stream): .*(; send .*|taken)");
			}
		}
		assertThat(taken).isEqualTo(2);
	}

	@Test
	void moreValuesThanTheLimitAreRefused() throws IOException {
		byte[] stream = ArrowStreamBuilder.of(DoubleStream.iterate(0, (x) -> x + 1).limit(5).toArray(),
				new double[] { 5, 6 });
		assertThat(ArrowBatch.read(new ByteArrayInputStream(stream), new Values(7))).hasSize(7);
		assertThatExceptionOfType(TooManyPointsException.class)
			.isThrownBy(() -> ArrowBatch.read(new ByteArrayInputStream(stream), new Values(6)))
			.withMessageContaining("at most 6");
	}

	@Test
	void corruptStreamsGiveValuesOrAFaultAndNothingElse() {
		byte[][] streams = { ArrowStreamBuilder.of(new double[] { 1, 2.5 }, new double[0], new double[] { -0.0 }),
				new ArrowStreamBuilder().schema("x").nulls(1, 0b101).batch(1, 2, 3).end(),
				new ArrowStreamBuilder().schema("x", "y").dictionaryBatch().end(),
				new ArrowStreamBuilder().compressed().schema("x").batch(1).end() };
		SplittableRandom random = new SplittableRandom(3);
		assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
			int taken = 0;
			for (int i = 0; i < MUTATIONS; i++) {
				taken += isTaken(mutated(streams[random.nextInt(streams.length)], random)) ? 1 : 0;
			}
			assertThat(taken).as("streams that were taken").isBetween(MUTATIONS / 50, MUTATIONS / 2);
		});
	}

	private static boolean isTaken(byte[] stream) throws IOException {
		try {
			assertThat(ArrowBatch.read(new ByteArrayInputStream(stream), new Values(4))).hasSizeBetween(1, 4);
			return true;
		}
		catch (MalformedBodyException ex) {
			assertThat(ex.getMessage()).hasSizeLessThan(300)
				.matches("(schema|record batch \\d(, row \\d+ \\(x\\[\\d+]\\))?|end of the stream): [ -~…]+");
		}
		catch (TooManyPointsException ex) {
			assertThat(ex).hasMessageContaining("at most 4");
		}
		return false;
	}

	/** Returns the stream with a few numbers of its changed, or cut. */
	private static byte[] mutated(byte[] stream, SplittableRandom random) {
		byte[] mutated = stream.clone();
		for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
			int bytes = 1 << random.nextInt(4);
			int offset = random.nextInt(mutated.length / bytes) * bytes;
			long value = switch (random.nextInt(3)) {
				case 0 -> random.nextLong();
				case 1 -> random.nextInt(256);
				default -> EVIL[random.nextInt(EVIL.length)];
			};
			for (int i = 0; i < bytes; i++) {
				mutated[offset + i] = (byte) (value >>> (Byte.SIZE * i));
			}
		}
		return (random.nextInt(10) == 0) ? Arrays.copyOf(mutated, random.nextInt(mutated.length)) : mutated;
	}

	private static double[] read(byte[] stream) throws IOException {
		return ArrowBatch.read(new ByteArrayInputStream(stream), new Values(1_000_000));
	}

	private static void assertFault(String message, byte[] stream) {
		assertThatExceptionOfType(MalformedBodyException.class).isThrownBy(() -> read(stream)).withMessage(message);
	}

}
