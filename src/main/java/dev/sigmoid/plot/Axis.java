package dev.sigmoid.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A linear scale with ticks at multiples of 1, 2 or 5 times a power of ten. All decimal,
 * so that neither a tick nor its label is rounded, whatever the range.
 *
 * @param from the value at the axis's beginning
 * @param to the value at its end
 * @param ticks the round values between, in order
 * @param offset what the labels leave out, or null if they are the values themselves
 */
record Axis(BigDecimal from, BigDecimal to, List<Tick> ticks, @Nullable String offset) {

	/** The data reach to a twentieth of their span from the ends of the axis. */
	static final double MARGIN = 0.05;

	private static final BigDecimal[] ROUND = { BigDecimal.ONE, BigDecimal.TWO, BigDecimal.valueOf(5), BigDecimal.TEN };

	/**
	 * Makes an axis for data.
	 * @param least the least of the data
	 * @param greatest the greatest of the data, greater than {@code least}
	 * @param mostTicks how many ticks there may be
	 * @param widestLabel how many characters fit between two of so many ticks
	 */
	static Axis of(BigDecimal least, BigDecimal greatest, int mostTicks, int widestLabel) {
		BigDecimal margin = greatest.subtract(least).multiply(BigDecimal.valueOf(MARGIN));
		BigDecimal from = least.subtract(margin);
		BigDecimal to = greatest.add(margin);
		BigDecimal step = roundStep(to.subtract(from).divide(BigDecimal.valueOf(mostTicks), MathContext.DECIMAL32));
		List<BigDecimal> values = multiples(step, from, to);
		TickLabels labels = TickLabels.of(values, step, widestLabel);
		List<Tick> ticks = new ArrayList<>();
		for (int i = 0; i < values.size(); i++) {
			ticks.add(new Tick(values.get(i), labels.texts().get(i)));
		}
		return new Axis(from, to, List.copyOf(ticks), labels.offset());
	}

	/** Returns the least round number that is not below {@code step}. */
	private static BigDecimal roundStep(BigDecimal step) {
		BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(step.precision() - step.scale() - 1);
		for (BigDecimal round : ROUND) {
			if (power.multiply(round).compareTo(step) >= 0) {
				return power.multiply(round);
			}
		}
		throw new AssertionError("ten times a power of ten is above every number of its digits");
	}

	private static List<BigDecimal> multiples(BigDecimal step, BigDecimal from, BigDecimal to) {
		List<BigDecimal> multiples = new ArrayList<>();
		BigDecimal next = from.divide(step, 0, RoundingMode.CEILING).multiply(step);
		while (next.compareTo(to) <= 0) {
			multiples.add(next);
			next = next.add(step);
		}
		return multiples;
	}

	/**
	 * Returns where a value lies between the beginning of the axis, 0, and its end, 1.
	 */
	double place(BigDecimal value) {
		return value.subtract(this.from).divide(this.to.subtract(this.from), MathContext.DECIMAL64).doubleValue();
	}

	/**
	 * A mark on the axis.
	 *
	 * @param value where it stands
	 * @param label what it says
	 */
	record Tick(BigDecimal value, String label) {
	}

}
