package dev.sigmoid.web;

import dev.sigmoid.format.Format;
import dev.sigmoid.grid.Grid;
import dev.sigmoid.grid.Values;
import dev.sigmoid.service.Function;
import dev.sigmoid.service.SigmoidService;
import dev.sigmoid.service.Table;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static dev.sigmoid.web.QueryParameter.COUNT;
import static dev.sigmoid.web.QueryParameter.ENDPOINT;
import static dev.sigmoid.web.QueryParameter.FORMAT;
import static dev.sigmoid.web.QueryParameter.INCLUDE;
import static dev.sigmoid.web.QueryParameter.START;
import static dev.sigmoid.web.QueryParameter.STEP;
import static dev.sigmoid.web.QueryParameter.STOP;
import static dev.sigmoid.web.QueryParameter.X;

/**
 * The sigmoid and its derivative, at values, over ranges and for batches.
 */
@RestController
@RequestMapping(produces = { Format.JSON_TYPE, Format.NDJSON_TYPE, Format.CSV_TYPE, Format.TEXT_TYPE })
class SigmoidController {

	private final SigmoidService service;

	SigmoidController(SigmoidService service) {
		this.service = service;
	}

	@GetMapping(path = "/sigmoid")
	@Accepts({ X, START, STOP, STEP, COUNT, ENDPOINT, INCLUDE, FORMAT })
	Table sigmoid(Grid grid, Include include) {
		return this.service.table(Function.SIGMOID, grid, include.hasDerivative());
	}

	@PostMapping(path = "/sigmoid", consumes = { "application/json", "text/csv" })
	@Accepts({ INCLUDE, FORMAT })
	Table sigmoidBatch(@RequestBody Values batch, Include include) {
		return this.service.table(Function.SIGMOID, batch, include.hasDerivative());
	}

	@GetMapping(path = "/sigmoid/derivative")
	@Accepts({ X, START, STOP, STEP, COUNT, ENDPOINT, FORMAT })
	Table sigmoidDerivative(Grid grid) {
		return this.service.table(Function.SIGMOID_DERIVATIVE, grid, false);
	}

	@PostMapping(path = "/sigmoid/derivative", consumes = { "application/json", "text/csv" })
	@Accepts(FORMAT)
	Table sigmoidDerivativeBatch(@RequestBody Values batch) {
		return this.service.table(Function.SIGMOID_DERIVATIVE, batch, false);
	}

}
