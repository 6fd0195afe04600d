package dev.sigmoid.web;

import dev.sigmoid.plot.Frame;
import dev.sigmoid.plot.Plot;
import dev.sigmoid.plot.PlotFormat;
import dev.sigmoid.plot.Plotter;
import dev.sigmoid.service.Function;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static dev.sigmoid.web.QueryParameter.FORMAT;
import static dev.sigmoid.web.QueryParameter.HEIGHT;
import static dev.sigmoid.web.QueryParameter.START;
import static dev.sigmoid.web.QueryParameter.STOP;
import static dev.sigmoid.web.QueryParameter.WIDTH;

/**
 * Pictures of the functions and their derivatives.
 */
@RestController
@RequestMapping(produces = { PlotFormat.SVG_TYPE, PlotFormat.PNG_TYPE })
class PlotController {

	private final Plotter plotter;

	PlotController(Plotter plotter) {
		this.plotter = plotter;
	}

	@GetMapping(path = "/sigmoid/plot")
	@Accepts({ START, STOP, WIDTH, HEIGHT, FORMAT })
	Plot sigmoidPlot(Frame frame) {
		return this.plotter.plot(Function.SIGMOID, frame);
	}

	@GetMapping(path = "/tanh/plot")
	@Accepts({ START, STOP, WIDTH, HEIGHT, FORMAT })
	Plot tanhPlot(Frame frame) {
		return this.plotter.plot(Function.TANH, frame);
	}

}
