package dev.sigmoid.plot;

import java.util.Locale;

import dev.sigmoid.service.Function;
import dev.sigmoid.service.SigmoidService;

/**
 * Draws functions. Stateless and safe for any number of threads.
 */
public final class Plotter {

	private final SigmoidService service;

	/**
	 * Makes a plotter.
	 * @param service where the values come from
	 */
	public Plotter(SigmoidService service) {
		this.service = service;
	}

	/**
	 * Draws a function and its derivative.
	 * @param function a function that has a derivative here
	 * @param frame what is drawn, and how large
	 */
	public Plot plot(Function function, Frame frame) {
		Abscissas abscissas = Abscissas.of(frame, Layout.of(frame).curveWidth());
		Curves curves = Curves.of(abscissas, this.service.table(function, abscissas.grid(), true));
		return new Plot(function.name().toLowerCase(Locale.ROOT), frame, curves);
	}

}
