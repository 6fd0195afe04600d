package dev.sigmoid.web;

import dev.sigmoid.plot.Frame;
import dev.sigmoid.plot.Plot;
import dev.sigmoid.plot.PlotFormat;
import dev.sigmoid.plot.Plotter;
import dev.sigmoid.service.Function;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

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
@Tag(name = "plots")
@RequestMapping(produces = { PlotFormat.SVG_TYPE, PlotFormat.PNG_TYPE })
class PlotController {

	private static final String PICTURE = "Both curves in one picture, from start to stop: the function in blue, its "
			+ "derivative in purple, as SVG or PNG. All parameters are optional.";

	private final Plotter plotter;

	PlotController(Plotter plotter) {
		this.plotter = plotter;
	}

	@GetMapping(path = "/sigmoid/plot")
	@Operation(summary = "Draw the sigmoid and its derivative", description = PICTURE)
	@Accepts({ START, STOP, WIDTH, HEIGHT, FORMAT })
	Plot sigmoidPlot(Frame frame) {
		return this.plotter.plot(Function.SIGMOID, frame);
	}

	@GetMapping(path = "/tanh/plot")
	@Operation(summary = "Draw the hyperbolic tangent and its derivative", description = PICTURE)
	@Accepts({ START, STOP, WIDTH, HEIGHT, FORMAT })
	Plot tanhPlot(Frame frame) {
		return this.plotter.plot(Function.TANH, frame);
	}

}
