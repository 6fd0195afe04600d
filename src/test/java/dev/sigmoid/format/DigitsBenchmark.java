package dev.sigmoid.format;

import java.io.OutputStream;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import dev.sigmoid.grid.Decimals;
import dev.sigmoid.service.Column;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The time a double takes to become text, against the JDK and Jackson. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(DigitsBenchmark.COUNT)
public class DigitsBenchmark {

	static final int COUNT = 10_240;

	private static final int BLOCK = 512;

	private static final Decimals RANGE = new Decimals(-600_000, 117, 5);

	private static final Decimals DECIMALS = new Decimals(-COUNT / 2, 1, 2);

	@Param({ "range", "sigmoid", "batch", "magnitudes", "decimals" })
	String numbers = "";

	private final double[] values = new double[COUNT];

	private final byte[] buffer = new byte[COUNT * (Notation.ROOM + 1)];

	private final DigitsBlock block = new DigitsBlock(Column.Y, new DigitsBlock.Scratch(BLOCK));

	private final double[] column = new double[BLOCK];

	private Odometer odometer = new Odometer(DECIMALS);

	private final JsonFactory jackson = new JsonFactory();

	@Setup
	public void fill() {
		SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < COUNT; i++) {
			this.values[i] = switch (this.numbers) {
				case "range" -> 1 / (1 + Math.exp(-1e-5 * RANGE.unscaled(i)));
				case "sigmoid" -> 1 / (1 + Math.exp(-random.nextDouble(-6, 6)));
				case "batch" -> random.nextDouble(-20, 20);
				case "magnitudes" -> Double.longBitsToDouble(random.nextLong() & ~(1L << 62));
				default -> (i - COUNT / 2) / 100.0;
			};
		}
		this.odometer = new Odometer(this.numbers.equals("range") ? RANGE : DECIMALS);
	}

	@Benchmark
	public int digits() {
		int offset = 0;
		for (double value : this.values) {
			offset = Digits.write(value, this.buffer, offset);
			this.buffer[offset++] = ',';
		}
		return offset;
	}

	@Benchmark
	public int digitsInBlocks() {
		int offset = 0;
		for (int from = 0; from < COUNT; from += BLOCK) {
			System.arraycopy(this.values, from, this.column, 0, BLOCK);
			this.block.take(this.column, BLOCK);
			offset = this.block.writeAll(',', this.buffer, offset);
		}
		return offset;
	}

	/**
	 * Only for the decimals, which start at −51.2 and have two places, and for the range,
	 * of whose x they are, in steps of 0.00117 from −6 on.
	 */
	@Benchmark
	public int knownDecimalsInBlocks() {
		int offset = 0;
		for (int from = 0; from < COUNT; from += BLOCK) {
			this.odometer.take(from, BLOCK);
			offset = this.odometer.writeAll(',', this.buffer, offset);
		}
		return offset;
	}

	/** Only for the decimals. */
	@Benchmark
	public int knownDecimals() {
		int offset = 0;
		for (int i = 0; i < COUNT; i++) {
			offset = Digits.writeDecimal(i - COUNT / 2, 2, this.buffer, offset);
			this.buffer[offset++] = ',';
		}
		return offset;
	}

	@Benchmark
	@SuppressWarnings("deprecation") // the fastest way from a string to its ASCII bytes
	public int doubleToString() {
		int offset = 0;
		for (double value : this.values) {
			String text = Double.toString(value);
			text.getBytes(0, text.length(), this.buffer, offset);
			offset += text.length();
			this.buffer[offset++] = ',';
		}
		return offset;
	}

	@Benchmark
	public OutputStream jacksonGenerator() {
		OutputStream nowhere = OutputStream.nullOutputStream();
		try (JsonGenerator generator = this.jackson.createGenerator(ObjectWriteContext.empty(), nowhere)) {
			generator.writeArray(this.values, 0, COUNT);
		}
		return nowhere;
	}

}
