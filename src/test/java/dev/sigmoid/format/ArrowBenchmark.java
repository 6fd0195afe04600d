package dev.sigmoid.format;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.TimeUnit;

import dev.sigmoid.grid.Range;
import dev.sigmoid.service.Block;
import dev.sigmoid.service.Column;
import dev.sigmoid.service.Function;
import dev.sigmoid.service.SigmoidService;
import dev.sigmoid.service.Table;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The time a point of a range takes to become Arrow, and to be computed alone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ArrowBenchmark.COUNT)
public class ArrowBenchmark {

	static final int COUNT = 100_000;

	private final Table range = new SigmoidService().table(Function.SIGMOID,
			Range.ofCount(BigDecimal.valueOf(-6), BigDecimal.valueOf(6), BigInteger.valueOf(COUNT), false, COUNT),
			false);

	@Benchmark
	public OutputStream encode() throws IOException {
		OutputStream nowhere = OutputStream.nullOutputStream();
		Format.ARROW.write(this.range, nowhere);
		return nowhere;
	}

	/** What is left of {@link #encode} without the encoder. */
	@Benchmark
	public double computeAlone() {
		double last = 0;
		for (Block block : this.range.blocks()) {
			last = block.column(Column.Y)[block.size() - 1];
		}
		return last;
	}

}
