package dev.sigmoid.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.sigmoid.grid.DecimalNumber;
import dev.sigmoid.grid.Grid;
import dev.sigmoid.grid.InvalidGridException;
import dev.sigmoid.grid.Range;
import dev.sigmoid.grid.TooManyPointsException;
import dev.sigmoid.grid.Values;
import dev.sigmoid.web.Problem.Fault;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.WebRequest;

/**
 * The points in a query: either values of {@code x}, or a range. Every parameter that is
 * at fault is reported, not only the first.
 */
final class GridQuery {

	private static final String WHAT_TO_GIVE = "give x (one value, or several), or a range: start, stop and one of step, count";

	private static final List<QueryParameter> OF_RANGE = List.of(QueryParameter.START, QueryParameter.STOP,
			QueryParameter.STEP, QueryParameter.COUNT, QueryParameter.ENDPOINT);

	private final WebRequest query;

	private final int maxPoints;

	private final List<Fault> faults = new ArrayList<>();

	GridQuery(WebRequest query, int maxPoints) {
		this.query = query;
		this.maxPoints = maxPoints;
	}

	/**
	 * Reads the grid.
	 * @throws InvalidQueryException if there is none
	 * @throws TooManyPointsException if it has more points than the limit
	 */
	Grid grid() {
		String[] x = this.query.getParameterValues(QueryParameter.X.key());
		List<String> ofRange = given(OF_RANGE);
		if (x != null && !ofRange.isEmpty()) {
			throw new InvalidQueryException("x",
					"must not be given together with " + String.join(", ", ofRange) + ": " + WHAT_TO_GIVE);
		}
		if (x != null) {
			return values(x);
		}
		if (ofRange.isEmpty()) {
			throw new InvalidQueryException("x", "is missing: " + WHAT_TO_GIVE);
		}
		return range();
	}

	private List<String> given(List<QueryParameter> parameters) {
		List<String> given = new ArrayList<>();
		for (QueryParameter parameter : parameters) {
			if (isGiven(parameter)) {
				given.add(parameter.key());
			}
		}
		return given;
	}

	private Grid values(String[] x) {
		if (x.length == 1 && x[0].indexOf(',') < 0) {
			return Values.point(DecimalNumber.nearest("x", x[0]));
		}
		List<String> texts = Stream.of(x).flatMap((several) -> Stream.of(several.split(",", -1))).toList();
		if (texts.size() > this.maxPoints) {
			throw new TooManyPointsException(BigInteger.valueOf(texts.size()), this.maxPoints);
		}
		double[] values = new double[texts.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = value(texts, i);
		}
		throwFaults();
		return new Values(values);
	}

	private double value(List<String> texts, int index) {
		try {
			return DecimalNumber.nearest("x", texts.get(index));
		}
		catch (InvalidGridException ex) {
			this.faults
				.add(Fault.ofParameter("x", ex.detail() + " (value %d of %d)".formatted(index + 1, texts.size())));
			return 0;
		}
	}

	private Grid range() {
		BigDecimal start = number(QueryParameter.START);
		BigDecimal stop = number(QueryParameter.STOP);
		BigDecimal step = optionalNumber(QueryParameter.STEP);
		BigInteger count = count();
		Boolean endpoint = endpoint();
		boolean stepGiven = isGiven(QueryParameter.STEP);
		if (stepGiven == isGiven(QueryParameter.COUNT)) {
			fault(QueryParameter.STEP, stepGiven ? "must not be given together with count: give one of them"
					: "is missing: a range needs step or count");
		}
		throwFaults();
		return (step != null) ? Range.ofStep(start, stop, step, endpoint != null && endpoint, this.maxPoints)
				: Range.ofCount(start, stop, count, endpoint == null || endpoint, this.maxPoints);
	}

	private BigDecimal number(QueryParameter parameter) {
		BigDecimal number = optionalNumber(parameter);
		if (!isGiven(parameter)) {
			fault(parameter, "is missing: a range needs start, stop and one of step, count");
		}
		return (number != null) ? number : BigDecimal.ZERO;
	}

	private @Nullable BigDecimal optionalNumber(QueryParameter parameter) {
		String text = text(parameter);
		try {
			return (text != null) ? DecimalNumber.exact(parameter.key(), text) : null;
		}
		catch (InvalidGridException ex) {
			fault(parameter, ex.detail());
			return null;
		}
	}

	private BigInteger count() {
		String text = text(QueryParameter.COUNT);
		try {
			return (text != null) ? DecimalNumber.exact(QueryParameter.COUNT.key(), text).toBigIntegerExact()
					: BigInteger.ZERO;
		}
		catch (InvalidGridException | ArithmeticException ex) {
			fault(QueryParameter.COUNT,
					"must be an integer of at least 1, and is '%s'".formatted(ClientText.shown(String.valueOf(text))));
			return BigInteger.ZERO;
		}
	}

	private @Nullable Boolean endpoint() {
		String text = text(QueryParameter.ENDPOINT);
		if (text != null && !text.equals("true") && !text.equals("false")) {
			fault(QueryParameter.ENDPOINT, "must be true or false, and is '%s'".formatted(ClientText.shown(text)));
		}
		return (text != null) ? text.equals("true") : null;
	}

	private boolean isGiven(QueryParameter parameter) {
		return text(parameter) != null;
	}

	private @Nullable String text(QueryParameter parameter) {
		return this.query.getParameter(parameter.key());
	}

	private void fault(QueryParameter parameter, String detail) {
		this.faults.add(Fault.ofParameter(parameter.key(), detail));
	}

	private void throwFaults() {
		if (!this.faults.isEmpty()) {
			throw new InvalidQueryException(this.faults);
		}
	}

}
