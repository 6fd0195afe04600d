package dev.sigmoid.web;

import java.util.ArrayList;
import java.util.List;

import dev.sigmoid.grid.DecimalNumber;
import dev.sigmoid.grid.InvalidGridException;
import dev.sigmoid.service.Secant;
import dev.sigmoid.web.Problem.Fault;

import org.springframework.web.context.request.WebRequest;

/**
 * Reads the two points of a slope.
 */
final class SecantQuery {

	private SecantQuery() {
	}

	/**
	 * Returns the two points.
	 * @throws InvalidQueryException if one is missing or malformed
	 */
	static Secant secant(WebRequest query) {
		List<Fault> faults = new ArrayList<>();
		double from = number(query, QueryParameter.FROM, faults);
		double to = number(query, QueryParameter.TO, faults);
		if (!faults.isEmpty()) {
			throw new InvalidQueryException(faults);
		}
		return new Secant(from, to);
	}

	private static double number(WebRequest query, QueryParameter parameter, List<Fault> faults) {
		String text = query.getParameter(parameter.key());
		if (text == null) {
			faults.add(Fault.ofParameter(parameter.key(), "is missing: a slope needs from and to"));
			return 0;
		}
		try {
			return DecimalNumber.nearest(parameter.key(), text);
		}
		catch (InvalidGridException ex) {
			faults.add(Fault.ofParameter(parameter.key(), ex.detail()));
			return 0;
		}
	}

}
