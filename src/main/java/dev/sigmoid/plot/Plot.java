package dev.sigmoid.plot;

/**
 * A picture of a function and its derivative, ready to be written in a
 * {@link PlotFormat}.
 */
public final class Plot {

	private final String function;

	private final Frame frame;

	private final Curves curves;

	Plot(String function, Frame frame, Curves curves) {
		this.function = function;
		this.frame = frame;
		this.curves = curves;
	}

	/** Returns the name of the function, as the legend shows it. */
	String function() {
		return this.function;
	}

	/** Returns what is in the picture. */
	Frame frame() {
		return this.frame;
	}

	/** Returns how many pixels the picture has. */
	public long pixels() {
		return (long) this.frame.width() * this.frame.height();
	}

	/** Returns the points that the lines go through. */
	Curves curves() {
		return this.curves;
	}

}
