package dev.sigmoid.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The time a number of a body takes to become a double, against the JDK and Jackson. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ParsingBenchmark.COUNT)
public class ParsingBenchmark {

	static final int COUNT = 10_000;

	@Param({ "seventeen", "magnitudes", "short" })
	String numbers = "";

	private final double[] values = new double[COUNT];

	private String[] texts = new String[0];

	private byte[] json = new byte[0];

	private byte[] csv = new byte[0];

	private final JsonFactory jackson = new JsonFactory();

	@Setup
	public void fill() {
		SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < COUNT; i++) {
			this.values[i] = switch (this.numbers) {
				case "seventeen" -> random.nextDouble(-6, 6);
				case "magnitudes" -> Double.longBitsToDouble(random.nextLong() & ~(1L << 62));
				default -> (i - COUNT / 2) / 100.0;
			};
		}
		this.texts = Arrays.stream(this.values).mapToObj(Double::toString).toArray(String[]::new);
		this.json = Arrays.stream(this.texts)
			.collect(Collectors.joining(",", "{\"x\":[", "]}"))
			.getBytes(StandardCharsets.US_ASCII);
		this.csv = Arrays.stream(this.texts)
			.collect(Collectors.joining("\r\n", "x\r\n", "\r\n"))
			.getBytes(StandardCharsets.US_ASCII);
	}

	@Benchmark
	public double[] jsonBatch() throws IOException {
		return JsonBatch.read(new ByteArrayInputStream(this.json), new Values(COUNT));
	}

	@Benchmark
	public double[] csvBatch() throws IOException {
		return CsvBatch.read(new ByteArrayInputStream(this.csv), new Values(COUNT));
	}

	@Benchmark
	public double[] parseDouble() {
		double[] parsed = new double[COUNT];
		for (int i = 0; i < COUNT; i++) {
			parsed[i] = Double.parseDouble(this.texts[i]);
		}
		return parsed;
	}

	@Benchmark
	public double[] jacksonParser() {
		double[] parsed = new double[COUNT];
		try (JsonParser parser = this.jackson.createParser(ObjectReadContext.empty(),
				new ByteArrayInputStream(this.json))) {
			int size = 0;
			while (parser.nextToken() != JsonToken.END_OBJECT) {
				if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
					parsed[size++] = parser.getDoubleValue();
				}
			}
		}
		return parsed;
	}

}
