package dev.sigmoid.math;

import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Nanoseconds a value beside the naive formulas, over one block; x uniform in −20 … 20,
 * and the worst batches known: every value a tie, or nearest to where a curve crosses a
 * midpoint.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Workspace.CAPACITY)
public class KernelBenchmark {

	private static final int N = Workspace.CAPACITY;

	private final Workspace workspace = new Workspace(N);

	private final double[] x = new Random(1).doubles(N, -20, 20).toArray();

	private final double[] ties = new Random(2).ints(N, 1 << 20, 1 << 29)
		.mapToDouble((i) -> (2.0 * i + 1) * 0x1p-52)
		.toArray();

	private final double[] crossings = new Random(3).ints(N, 1 << 23, 1 << 25)
		.mapToDouble((i) -> (2.0 * i + 1) * 0x1p-54)
		.map((z) -> Math.sqrt(z) * (1 + z / 3))
		.toArray();

	private final double[] y = new double[N];

	@Benchmark
	public double[] sigmoidNaive() {
		for (int i = 0; i < N; i++) {
			this.y[i] = 1 / (1 + Math.exp(-this.x[i]));
		}
		return this.y;
	}

	@Benchmark
	public int sigmoidBlock() {
		return Logistic.values(this.x, this.y, N, this.workspace);
	}

	@Benchmark
	public double[] sigmoidOneByOne() {
		for (int i = 0; i < N; i++) {
			this.y[i] = Logistic.value(this.x[i]);
		}
		return this.y;
	}

	@Benchmark
	public double[] sigmoidDerivativeNaive() {
		for (int i = 0; i < N; i++) {
			double s = 1 / (1 + Math.exp(-this.x[i]));
			this.y[i] = s * (1 - s);
		}
		return this.y;
	}

	@Benchmark
	public int sigmoidDerivativeBlock() {
		return Logistic.derivatives(this.x, this.y, N, this.workspace);
	}

	@Benchmark
	public double[] sigmoidDerivativeOneByOne() {
		for (int i = 0; i < N; i++) {
			this.y[i] = Logistic.derivative(this.x[i]);
		}
		return this.y;
	}

	@Benchmark
	public double[] tanhNaive() {
		for (int i = 0; i < N; i++) {
			this.y[i] = Math.tanh(this.x[i]);
		}
		return this.y;
	}

	@Benchmark
	public int tanhBlock() {
		return HyperbolicTangent.values(this.x, this.y, N, this.workspace);
	}

	@Benchmark
	public double[] tanhOneByOne() {
		for (int i = 0; i < N; i++) {
			this.y[i] = HyperbolicTangent.value(this.x[i]);
		}
		return this.y;
	}

	@Benchmark
	public int tanhDerivativeBlock() {
		return HyperbolicTangent.derivatives(this.x, this.y, N, this.workspace);
	}

	@Benchmark
	public int worstSigmoidBlock() {
		return Logistic.values(this.ties, this.y, N, this.workspace);
	}

	@Benchmark
	public int worstTanhDerivativeBlock() {
		return HyperbolicTangent.derivatives(this.crossings, this.y, N, this.workspace);
	}

}
