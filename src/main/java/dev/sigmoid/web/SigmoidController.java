package dev.sigmoid.web;

import dev.sigmoid.format.Format;
import dev.sigmoid.grid.Grid;
import dev.sigmoid.grid.Values;
import dev.sigmoid.service.Function;
import dev.sigmoid.service.Secant;
import dev.sigmoid.service.SigmoidService;
import dev.sigmoid.service.Slope;
import dev.sigmoid.service.Table;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static dev.sigmoid.web.QueryParameter.COUNT;
import static dev.sigmoid.web.QueryParameter.ENDPOINT;
import static dev.sigmoid.web.QueryParameter.FORMAT;
import static dev.sigmoid.web.QueryParameter.FROM;
import static dev.sigmoid.web.QueryParameter.INCLUDE;
import static dev.sigmoid.web.QueryParameter.START;
import static dev.sigmoid.web.QueryParameter.STEP;
import static dev.sigmoid.web.QueryParameter.STOP;
import static dev.sigmoid.web.QueryParameter.TO;
import static dev.sigmoid.web.QueryParameter.X;

/**
 * The sigmoid and its derivative, at values, over ranges and for batches, and its slopes.
 */
@RestController
@Tag(name = "sigmoid")
@RequestMapping(
		produces = { Format.JSON_TYPE, Format.NDJSON_TYPE, Format.CSV_TYPE, Format.TEXT_TYPE, Format.ARROW_TYPE })
class SigmoidController {

	private final SigmoidService service;

	SigmoidController(SigmoidService service) {
		this.service = service;
	}

	@GetMapping(path = "/sigmoid")
	@Operation(summary = "Evaluate the sigmoid",
			description = "σ(x) = 1/(1 + e⁻ˣ), also known as logistic function, expit, inverse logit or plogis, "
					+ "at one value, at several, or over a range. With include=derivative also σ′(x).")
	@Accepts({ X, START, STOP, STEP, COUNT, ENDPOINT, INCLUDE, FORMAT })
	Table sigmoid(Grid grid, Include include) {
		return this.service.table(Function.SIGMOID, grid, include.hasDerivative());
	}

	@PostMapping(path = "/sigmoid", consumes = { Format.JSON_TYPE, "text/csv", Format.ARROW_TYPE })
	@Operation(summary = "Evaluate the sigmoid for a batch",
			description = "σ(x) for each value of the body, as JSON, CSV or Arrow, all or nothing. With "
					+ "include=derivative also σ′(x).")
	@Accepts({ INCLUDE, FORMAT })
	Table sigmoidBatch(Include include, @RequestBody Values batch) {
		return this.service.table(Function.SIGMOID, batch, include.hasDerivative());
	}

	@GetMapping(path = "/sigmoid/derivative")
	@Operation(summary = "Evaluate the derivative of the sigmoid",
			description = "σ′(x) = σ(x)·(1 − σ(x)), also known as dlogis, the density of the logistic "
					+ "distribution, at one value, at several, or over a range.")
	@Accepts({ X, START, STOP, STEP, COUNT, ENDPOINT, FORMAT })
	Table sigmoidDerivative(Grid grid) {
		return this.service.table(Function.SIGMOID_DERIVATIVE, grid, false);
	}

	@PostMapping(path = "/sigmoid/derivative", consumes = { Format.JSON_TYPE, "text/csv", Format.ARROW_TYPE })
	@Operation(summary = "Evaluate the derivative of the sigmoid for a batch",
			description = "σ′(x) for each value of the body, as JSON, CSV or Arrow, all or nothing.")
	@Accepts(FORMAT)
	Table sigmoidDerivativeBatch(@RequestBody Values batch) {
		return this.service.table(Function.SIGMOID_DERIVATIVE, batch, false);
	}

	@GetMapping(path = "/sigmoid/slope", produces = Format.JSON_TYPE)
	@Operation(summary = "Slope of the sigmoid between two points",
			description = "(σ(to) − σ(from))/(to − from), within 1 ulp; where the points are equal, σ′.")
	@Accepts({ FROM, TO, FORMAT })
	Slope sigmoidSlope(Secant secant) {
		return this.service.slope(Function.SIGMOID, secant);
	}

}
