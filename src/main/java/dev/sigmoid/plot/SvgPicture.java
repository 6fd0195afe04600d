package dev.sigmoid.plot;

import java.math.BigDecimal;

import dev.sigmoid.plot.Axis.Tick;

/**
 * A plot as SVG.
 */
final class SvgPicture {

	private static final String FUNCTION_COLOUR = "#307EC7";

	private static final String DERIVATIVE_COLOUR = "#9621E2";

	/** In text heights. */
	private static final double TICK = 0.35;

	/** From a baseline to the middle of a digit, in text heights. */
	private static final double HALF_DIGIT = 0.36;

	private final Plot plot;

	private final Layout layout;

	private final Axis x;

	private final Axis y;

	private final StringBuilder svg = new StringBuilder();

	SvgPicture(Plot plot) {
		this.plot = plot;
		this.layout = Layout.of(plot.frame());
		this.x = Axis.of(plot.frame().start(), plot.frame().stop(), this.layout.ticksAcross(),
				this.layout.charactersAcross());
		this.y = ordinates(plot.curves(), this.layout);
		draw();
	}

	/** Where all ordinates are the same, 0 is shown, too; where all are 0, 1. */
	private static Axis ordinates(Curves curves, Layout layout) {
		BigDecimal least = BigDecimal.valueOf(curves.lowest());
		BigDecimal greatest = BigDecimal.valueOf(curves.highest());
		if (least.compareTo(greatest) == 0) {
			least = least.min(BigDecimal.ZERO);
			greatest = (greatest.signum() == 0) ? BigDecimal.ONE : greatest.max(BigDecimal.ZERO);
		}
		return Axis.of(least, greatest, layout.ticksUp(), layout.charactersLeft());
	}

	private void draw() {
		Frame frame = this.plot.frame();
		line("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\""
			.formatted(frame.width(), frame.height()) + " role=\"img\" aria-labelledby=\"title description\">");
		line("<title id=\"title\">" + title() + "</title>");
		line("<desc id=\"description\">" + description() + "</desc>");
		line("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>".formatted(frame.width(), frame.height()));
		axes();
		curve(this.plot.curves().y(), FUNCTION_COLOUR);
		curve(this.plot.curves().dy(), DERIVATIVE_COLOUR);
		line("<g font-family=\"'DejaVu Sans',Verdana,Geneva,sans-serif\" font-size=\"%s\" fill=\"#000\">"
			.formatted(pixels(this.layout.fontSize())));
		labelsAcross();
		labelsUp();
		legend();
		line("</g>");
		line("</svg>");
	}

	private String title() {
		return "The %s function and its derivative from %s to %s".formatted(this.plot.function(),
				TickLabels.shortest(this.plot.frame().start()), TickLabels.shortest(this.plot.frame().stop()));
	}

	private String description() {
		Curves curves = this.plot.curves();
		int last = curves.y().length - 1;
		return ("A line plot with two curves. %s, blue, goes from %s at the left end to %s at the right end. "
				+ "derivative, purple, goes from %s to %s and is at most %s between.")
			.formatted(this.plot.function(), curves.y()[0], curves.y()[last], curves.dy()[0], curves.dy()[last],
					curves.steepest());
	}

	private void axes() {
		StringBuilder d = new StringBuilder();
		double tick = TICK * this.layout.fontSize();
		String bottom = crisp(this.layout.bottom());
		String middle = crisp(this.layout.middle());
		d.append("M%s %sH%s".formatted(pixels(this.layout.left()), bottom, pixels(this.layout.right())));
		d.append("M%s %sV%s".formatted(middle, bottom, pixels(this.layout.top())));
		for (Tick each : this.x.ticks()) {
			d.append("M%s %sv%s".formatted(crisp(across(each)), bottom, pixels(tick)));
		}
		for (Tick each : this.y.ticks()) {
			d.append("M%s %sh%s".formatted(middle, crisp(up(each)), pixels(-tick)));
		}
		line("<path d=\"%s\" fill=\"none\" stroke=\"#000\"/>".formatted(d));
	}

	private void curve(double[] ordinates, String colour) {
		StringBuilder d = new StringBuilder();
		String previous = "";
		for (int i = 0; i < ordinates.length; i++) {
			double place = (Axis.MARGIN + this.plot.curves().place()[i]) / (1 + 2 * Axis.MARGIN);
			double up = this.y.place(BigDecimal.valueOf(ordinates[i]));
			String point = pixels(this.layout.x(place)) + " " + pixels(this.layout.y(up));
			if (!point.equals(previous)) {
				d.append(d.isEmpty() ? "M" : "L").append(point);
			}
			previous = point;
		}
		line("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"3\" stroke-linejoin=\"round\"/>".formatted(d,
				colour));
	}

	private void labelsAcross() {
		double baseline = this.layout.bottom() + 1.25 * this.layout.fontSize();
		line("<g text-anchor=\"middle\">");
		this.x.ticks().forEach((tick) -> text(across(tick), baseline, tick.label()));
		line("</g>");
		if (this.x.offset() != null) {
			line("<g text-anchor=\"end\">");
			text(this.layout.right(), baseline + 1.1 * this.layout.fontSize(), this.x.offset());
			line("</g>");
		}
	}

	/** The labels lie over the lines, so they have a rim that sets them off. */
	private void labelsUp() {
		double right = this.layout.middle() - 0.6 * this.layout.fontSize();
		line("<g text-anchor=\"end\" paint-order=\"stroke\" stroke=\"#fff\" stroke-width=\"3\" stroke-linejoin=\"round\">");
		this.y.ticks().forEach((tick) -> text(right, up(tick) + HALF_DIGIT * this.layout.fontSize(), tick.label()));
		if (this.y.offset() != null) {
			text(right, this.layout.top() - 0.8 * this.layout.fontSize(), this.y.offset());
		}
		line("</g>");
	}

	private void legend() {
		entry(0, this.plot.function(), FUNCTION_COLOUR);
		entry(1, "derivative", DERIVATIVE_COLOUR);
	}

	private void entry(int row, String name, String colour) {
		double em = this.layout.fontSize();
		double text = this.layout.right() - 5.2 * em;
		double middle = 0.4 * em + (row + 0.5) * Layout.LINE * em;
		line("<path d=\"M%s %sh%s\" stroke=\"%s\" stroke-width=\"3\"/>".formatted(pixels(text - 2.6 * em),
				pixels(middle), pixels(2 * em), colour));
		text(text, middle + HALF_DIGIT * em, name);
	}

	private double across(Tick tick) {
		return this.layout.x(this.x.place(tick.value()));
	}

	private double up(Tick tick) {
		return this.layout.y(this.y.place(tick.value()));
	}

	private void text(double x, double y, String text) {
		line("<text x=\"%s\" y=\"%s\">%s</text>".formatted(pixels(x), pixels(y), text));
	}

	private void line(String line) {
		this.svg.append(line).append('\n');
	}

	/**
	 * The middle of a pixel, so that a line 1 wide fills it and does not blur over two.
	 */
	private static String crisp(double value) {
		return pixels(Math.floor(value) + 0.5);
	}

	/** To a hundredth, which no screen shows, without zeros at the end. */
	private static String pixels(double value) {
		long hundredths = Math.round(value * 100);
		return (hundredths % 100 == 0) ? Long.toString(hundredths / 100) : Double.toString(hundredths / 100.0);
	}

	@Override
	public String toString() {
		return this.svg.toString();
	}

}
