package dev.sigmoid.plot;

import java.util.stream.DoubleStream;

import dev.sigmoid.service.Block;
import dev.sigmoid.service.Column;
import dev.sigmoid.service.Table;

/**
 * The points of the two lines, from left to right.
 *
 * @param place where a point lies between start, 0, and stop, 1
 * @param y the function
 * @param dy its derivative
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and never leaves the room
record Curves(double[] place, double[] y, double[] dy) {

	/** Pulls the whole table. */
	static Curves of(Abscissas abscissas, Table table) {
		int n = abscissas.size();
		Curves curves = new Curves(new double[n], new double[n], new double[n]);
		for (Block block : table.blocks()) {
			int from = Math.toIntExact(block.from());
			System.arraycopy(block.column(Column.Y), 0, curves.y, from, block.size());
			System.arraycopy(block.column(Column.DY), 0, curves.dy, from, block.size());
		}
		for (int i = 0; i < n; i++) {
			curves.place[i] = abscissas.place(i);
		}
		return curves;
	}

	/** Returns the least ordinate of both lines. */
	double lowest() {
		return ordinates().min().orElseThrow();
	}

	/** Returns the greatest ordinate of both lines. */
	double highest() {
		return ordinates().max().orElseThrow();
	}

	/** Returns the greatest derivative. */
	double steepest() {
		return DoubleStream.of(this.dy).max().orElseThrow();
	}

	private DoubleStream ordinates() {
		return DoubleStream.concat(DoubleStream.of(this.y), DoubleStream.of(this.dy));
	}

}
