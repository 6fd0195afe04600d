package dev.sigmoid.plot;

/**
 * Where things go in a picture, in pixels from its upper left corner. Small pictures have
 * small text.
 *
 * @param fontSize the height of the text
 * @param left the left end of the x axis
 * @param right its right end
 * @param top the upper end of the y axis, below the legend
 * @param bottom its lower end
 */
record Layout(double fontSize, double left, double right, double top, double bottom) {

	/** The size of matplotlib's text. */
	private static final double FONT_SIZE = 14;

	private static final double SMALLEST_FONT_SIZE = 7;

	/** The height of a line of the legend, in text heights. */
	static final double LINE = 1.35;

	/** The mean width of a digit, in text heights, with some air. */
	private static final double CHARACTER = 0.65;

	/** In characters; a wider one would be cut off at the ends of the x axis. */
	private static final int WIDEST_LABEL = 8;

	private static final int PIXELS_A_TICK_ACROSS = 80;

	private static final int PIXELS_A_TICK_UP = 40;

	private static final int FEWEST_TICKS = 4;

	private static final int MOST_TICKS = 20;

	/** Lays a picture out. */
	static Layout of(Frame frame) {
		double fontSize = Math.clamp(Math.min(frame.width() / 32.0, frame.height() / 18.0), SMALLEST_FONT_SIZE,
				FONT_SIZE);
		double margin = 0.8 * fontSize;
		return new Layout(fontSize, margin, frame.width() - margin, margin + 2 * LINE * fontSize,
				frame.height() - 2.6 * fontSize);
	}

	/** Returns how many pixels the lines are wide. */
	int curveWidth() {
		return (int) Math.ceil((this.right - this.left) / (1 + 2 * Axis.MARGIN));
	}

	/** Returns the abscissa of the y axis. */
	double middle() {
		return (this.left + this.right) / 2;
	}

	/** Returns the pixel at a place from 0 to 1 along the x axis. */
	double x(double place) {
		return this.left + place * (this.right - this.left);
	}

	/** Returns the pixel at a place from 0 to 1 along the y axis. */
	double y(double place) {
		return this.bottom - place * (this.bottom - this.top);
	}

	/** Returns how many ticks the x axis may have. */
	int ticksAcross() {
		return Math.clamp((long) (this.right - this.left) / PIXELS_A_TICK_ACROSS, FEWEST_TICKS, MOST_TICKS);
	}

	/** Returns how many ticks the y axis may have. */
	int ticksUp() {
		return Math.clamp((long) (this.bottom - this.top) / PIXELS_A_TICK_UP, FEWEST_TICKS, MOST_TICKS);
	}

	/** Returns how many characters fit between two ticks of the x axis. */
	int charactersAcross() {
		return (int) Math.min((this.right - this.left) / ticksAcross() / (CHARACTER * this.fontSize), WIDEST_LABEL);
	}

	/** Returns how many characters fit left of the y axis. */
	int charactersLeft() {
		return (int) Math.min((middle() - this.left) / (CHARACTER * this.fontSize), WIDEST_LABEL);
	}

}
