package dev.sigmoid.web;

import dev.sigmoid.format.Format;
import dev.sigmoid.grid.Grid;
import dev.sigmoid.service.Function;
import dev.sigmoid.service.SigmoidService;
import dev.sigmoid.service.Table;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A stand-in until tanh and slope arrive. */
@RestController
@RequestMapping(produces = { Format.JSON_TYPE, Format.NDJSON_TYPE, Format.CSV_TYPE, Format.TEXT_TYPE })
class StandInController {

	private final SigmoidService service;

	StandInController(SigmoidService service) {
		this.service = service;
	}

	@GetMapping(path = "/tanh")
	Table tanh(Grid grid, Include include) {
		return this.service.table(Function.TANH, grid, include.hasDerivative());
	}

	@GetMapping(path = "/tanh/derivative")
	Table tanhDerivative(Grid grid) {
		return this.service.table(Function.TANH_DERIVATIVE, grid, false);
	}

	@GetMapping(path = "/sigmoid/slope", produces = Format.JSON_TYPE)
	Slope sigmoidSlope(@RequestParam double from, @RequestParam double to) {
		return slope(Function.SIGMOID, Function.SIGMOID_DERIVATIVE, from, to);
	}

	@GetMapping(path = "/tanh/slope", produces = Format.JSON_TYPE)
	Slope tanhSlope(@RequestParam double from, @RequestParam double to) {
		return slope(Function.TANH, Function.TANH_DERIVATIVE, from, to);
	}

	private static Slope slope(Function f, Function d, double from, double to) {
		return new Slope(from, to, (from == to) ? d.at(from) : (f.at(to) - f.at(from)) / (to - from));
	}

	record Slope(double from, double to, double slope) {
	}

}
