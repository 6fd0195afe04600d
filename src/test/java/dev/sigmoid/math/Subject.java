package dev.sigmoid.math;

import java.util.function.DoubleUnaryOperator;

/** A function under test, in both forms. */
enum Subject {

	SIGMOID(1, Logistic::value, Logistic::values),

	SIGMOID_DERIVATIVE(2, Logistic::derivative, Logistic::derivatives),

	TANH(3, HyperbolicTangent::value, HyperbolicTangent::values),

	TANH_DERIVATIVE(4, HyperbolicTangent::derivative, HyperbolicTangent::derivatives);

	/** Which column of {@link Reference#values()}. */
	final int column;

	private final DoubleUnaryOperator one;

	private final BlockForm block;

	Subject(int column, DoubleUnaryOperator one, BlockForm block) {
		this.column = column;
		this.one = one;
		this.block = block;
	}

	double at(double x) {
		return this.one.applyAsDouble(x);
	}

	int at(double[] x, double[] y, int n, Workspace workspace) {
		return this.block.apply(x, y, n, workspace);
	}

	/** Returns the function at every abscissa, computed in blocks. */
	double[] inBlocks(double[] x) {
		double[] y = new double[x.length];
		double[] blockX = new double[Workspace.CAPACITY];
		double[] blockY = new double[Workspace.CAPACITY];
		Workspace workspace = new Workspace(Workspace.CAPACITY);
		for (int from = 0; from < x.length; from += Workspace.CAPACITY) {
			int n = Math.min(Workspace.CAPACITY, x.length - from);
			System.arraycopy(x, from, blockX, 0, n);
			this.block.apply(blockX, blockY, n, workspace);
			System.arraycopy(blockY, 0, y, from, n);
		}
		return y;
	}

	/** Returns a double in decimal and in hexadecimal, for messages. */
	static String text(double x) {
		return x + " = " + Double.toHexString(x);
	}

	private interface BlockForm {

		int apply(double[] x, double[] y, int n, Workspace workspace);

	}

}
