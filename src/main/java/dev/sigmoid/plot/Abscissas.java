package dev.sigmoid.plot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.sigmoid.grid.Grid;
import dev.sigmoid.grid.Range;
import dev.sigmoid.grid.Values;

/**
 * Where a line has its points: one a pixel, and more where it bends within a pixel.
 *
 * <p>
 * A point's place is kept beside its double, because the doubles of a range such as 0.5
 * to 0.5 + 1e−50 are all the same.
 */
final class Abscissas {

	/** Beyond ±20 the functions and their derivatives are flat to a billionth. */
	private static final int BEND = 20;

	/** Points to a unit that show the bend as a curve, however much it is magnified. */
	private static final int POINTS_A_UNIT = 16;

	private static final int INTERVALS = 2 * BEND * POINTS_A_UNIT;

	private final List<Point> points;

	private Abscissas(List<Point> points) {
		this.points = points;
	}

	/**
	 * Spreads points over a frame.
	 * @param frame the ends of the line
	 * @param pixels how many pixels the line is wide
	 */
	static Abscissas of(Frame frame, int pixels) {
		List<Point> points = evenlySpaced(frame, pixels);
		BigDecimal span = frame.stop().subtract(frame.start());
		if (span.compareTo(BigDecimal.valueOf(pixels / POINTS_A_UNIT)) > 0) {
			points.addAll(bend(frame, span));
			points.sort(Comparator.comparingDouble(Point::place).thenComparingDouble(Point::x));
		}
		return new Abscissas(points);
	}

	private static List<Point> evenlySpaced(Frame frame, int intervals) {
		double[] x = new double[intervals + 1];
		Range.ofCount(frame.start(), frame.stop(), BigInteger.valueOf(x.length), true, x.length).fill(0, x, x.length);
		List<Point> points = new ArrayList<>();
		for (int i = 0; i < x.length; i++) {
			points.add(new Point((double) i / intervals, x[i]));
		}
		return points;
	}

	private static List<Point> bend(Frame frame, BigDecimal span) {
		List<Point> points = new ArrayList<>();
		for (int i = 0; i <= INTERVALS; i++) {
			BigDecimal x = BigDecimal.valueOf((double) i / POINTS_A_UNIT - BEND);
			if (x.compareTo(frame.start()) > 0 && x.compareTo(frame.stop()) < 0) {
				double place = x.subtract(frame.start()).divide(span, MathContext.DECIMAL64).doubleValue();
				points.add(new Point(place, x.doubleValue()));
			}
		}
		return points;
	}

	/** Returns the number of points. */
	int size() {
		return this.points.size();
	}

	/** Returns where a point lies between start, 0, and stop, 1. */
	double place(int index) {
		return this.points.get(index).place();
	}

	/** Returns the points to evaluate. */
	Grid grid() {
		return new Values(this.points.stream().mapToDouble(Point::x).toArray());
	}

	private record Point(double place, double x) {
	}

}
