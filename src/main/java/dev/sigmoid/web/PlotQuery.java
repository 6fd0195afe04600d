package dev.sigmoid.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import dev.sigmoid.grid.DecimalNumber;
import dev.sigmoid.grid.InvalidGridException;
import dev.sigmoid.plot.Frame;
import dev.sigmoid.web.Problem.Fault;

import org.springframework.web.context.request.WebRequest;

/**
 * What of a curve is to be drawn, and how large. Every malformed parameter is reported,
 * not only the first.
 */
final class PlotQuery {

	private static final BigDecimal START = BigDecimal.valueOf(-6);

	private static final BigDecimal STOP = BigDecimal.valueOf(6);

	private static final BigDecimal WIDTH = BigDecimal.valueOf(900);

	private static final BigDecimal HEIGHT = BigDecimal.valueOf(500);

	/**
	 * Up to here a number of pixels is an int; a frame judges whether it can be drawn.
	 */
	private static final BigDecimal MOST_PIXELS = BigDecimal.valueOf(Integer.MAX_VALUE);

	private final WebRequest query;

	private final List<Fault> faults = new ArrayList<>();

	PlotQuery(WebRequest query) {
		this.query = query;
	}

	/**
	 * Reads the frame.
	 * @throws InvalidQueryException if a parameter is malformed
	 * @throws InvalidGridException if the frame cannot be drawn
	 */
	Frame frame() {
		BigDecimal start = number(QueryParameter.START, PlotQuery.START);
		BigDecimal stop = number(QueryParameter.STOP, PlotQuery.STOP);
		int width = pixels(QueryParameter.WIDTH, PlotQuery.WIDTH);
		int height = pixels(QueryParameter.HEIGHT, PlotQuery.HEIGHT);
		if (!this.faults.isEmpty()) {
			throw new InvalidQueryException(this.faults);
		}
		return new Frame(start, stop, width, height);
	}

	private int pixels(QueryParameter parameter, BigDecimal preset) {
		BigDecimal number = number(parameter, preset);
		boolean integer = number.stripTrailingZeros().scale() <= 0;
		if (!integer || number.abs().compareTo(MOST_PIXELS) > 0) {
			fault(parameter, "must be an integer from %d to %d, and is %s".formatted(Frame.SMALLEST, Frame.LARGEST,
					this.query.getParameter(parameter.key())));
			return preset.intValue();
		}
		return number.intValue();
	}

	private BigDecimal number(QueryParameter parameter, BigDecimal preset) {
		String text = this.query.getParameter(parameter.key());
		try {
			return (text != null) ? DecimalNumber.exact(parameter.key(), text) : preset;
		}
		catch (InvalidGridException ex) {
			fault(parameter, ex.detail());
			return preset;
		}
	}

	private void fault(QueryParameter parameter, String detail) {
		this.faults.add(Fault.ofParameter(parameter.key(), detail));
	}

}
