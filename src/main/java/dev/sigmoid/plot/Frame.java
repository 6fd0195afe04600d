package dev.sigmoid.plot;

import java.math.BigDecimal;

import dev.sigmoid.grid.InvalidGridException;

/**
 * Which part of a curve, on how many pixels.
 *
 * @param start the left end of the curve
 * @param stop the right end, greater than {@code start}
 * @param width of the picture in pixels, {@value #SMALLEST} to {@value #LARGEST}
 * @param height of the picture in pixels, {@value #SMALLEST} to {@value #LARGEST}
 */
public record Frame(BigDecimal start, BigDecimal stop, int width, int height) {

	/** The smallest width and height. */
	public static final int SMALLEST = 100;

	/** The largest width and height. */
	public static final int LARGEST = 4000;

	/**
	 * Checks what is framed.
	 * @throws InvalidGridException if the range is empty or turned round, or the picture
	 * is too small or too large
	 */
	public Frame {
		if (start.compareTo(stop) >= 0) {
			throw new InvalidGridException("stop", "must be greater than start: a picture goes from left to right");
		}
		check("width", width);
		check("height", height);
	}

	private static void check(String parameter, int pixels) {
		if (pixels < SMALLEST || pixels > LARGEST) {
			throw new InvalidGridException(parameter,
					"must be from %d to %d pixels, and is %d".formatted(SMALLEST, LARGEST, pixels));
		}
	}

}
