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
 * The hyperbolic tangent and its derivative, at values, over ranges and for batches, and
 * its slopes.
 */
@RestController
@Tag(name = "tanh")
@RequestMapping(
		produces = { Format.JSON_TYPE, Format.NDJSON_TYPE, Format.CSV_TYPE, Format.TEXT_TYPE, Format.ARROW_TYPE })
class TanhController {

	private final SigmoidService service;

	TanhController(SigmoidService service) {
		this.service = service;
	}

	@GetMapping(path = "/tanh")
	@Operation(summary = "Evaluate the hyperbolic tangent",
			description = "tanh(x) = 2σ(2x) − 1, the sigmoid's sibling, at one value, at several, or over a range. "
					+ "With include=derivative also tanh′(x).")
	@Accepts({ X, START, STOP, STEP, COUNT, ENDPOINT, INCLUDE, FORMAT })
	Table tanh(Grid grid, Include include) {
		return this.service.table(Function.TANH, grid, include.hasDerivative());
	}

	@PostMapping(path = "/tanh", consumes = { Format.JSON_TYPE, "text/csv", Format.ARROW_TYPE })
	@Operation(summary = "Evaluate the hyperbolic tangent for a batch",
			description = "tanh(x) for each value of the body, as JSON, CSV or Arrow, all or nothing. With "
					+ "include=derivative also tanh′(x).")
	@Accepts({ INCLUDE, FORMAT })
	Table tanhBatch(Include include, @RequestBody Values batch) {
		return this.service.table(Function.TANH, batch, include.hasDerivative());
	}

	@GetMapping(path = "/tanh/derivative")
	@Operation(summary = "Evaluate the derivative of the hyperbolic tangent",
			description = "tanh′(x) = 1 − tanh²(x), at one value, at several, or over a range.")
	@Accepts({ X, START, STOP, STEP, COUNT, ENDPOINT, FORMAT })
	Table tanhDerivative(Grid grid) {
		return this.service.table(Function.TANH_DERIVATIVE, grid, false);
	}

	@PostMapping(path = "/tanh/derivative", consumes = { Format.JSON_TYPE, "text/csv", Format.ARROW_TYPE })
	@Operation(summary = "Evaluate the derivative of the hyperbolic tangent for a batch",
			description = "tanh′(x) for each value of the body, as JSON, CSV or Arrow, all or nothing.")
	@Accepts(FORMAT)
	Table tanhDerivativeBatch(@RequestBody Values batch) {
		return this.service.table(Function.TANH_DERIVATIVE, batch, false);
	}

	@GetMapping(path = "/tanh/slope", produces = Format.JSON_TYPE)
	@Operation(summary = "Slope of the hyperbolic tangent between two points",
			description = "(tanh(to) − tanh(from))/(to − from), within 1 ulp; where the points are equal, tanh′.")
	@Accepts({ FROM, TO, FORMAT })
	Slope tanhSlope(Secant secant) {
		return this.service.slope(Function.TANH, secant);
	}

}
