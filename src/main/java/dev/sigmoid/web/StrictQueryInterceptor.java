package dev.sigmoid.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.sigmoid.web.Problem.Fault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses parameters that a handler does not {@link Accepts accept} and those given
 * twice, so that a misspelt name is never silently ignored.
 */
final class StrictQueryInterceptor implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		Accepts accepts = (handler instanceof HandlerMethod method) ? method.getMethodAnnotation(Accepts.class) : null;
		if (accepts != null) {
			if (request.getRequestURI().indexOf(';') >= 0) {
				throw new InvalidQueryException("path", "must not hold parameters behind ';': give them behind '?'");
			}
			check(request.getParameterMap(), accepts.value());
		}
		return true;
	}

	private static void check(Map<String, String[]> query, QueryParameter[] accepted) {
		List<Fault> faults = new ArrayList<>();
		query.forEach((name, values) -> check(name, values, accepted, faults));
		if (!faults.isEmpty()) {
			throw new InvalidQueryException(faults);
		}
	}

	private static void check(String name, String[] values, QueryParameter[] accepted, List<Fault> faults) {
		for (QueryParameter parameter : accepted) {
			if (parameter.key().equals(name)) {
				if (values.length > 1 && !parameter.isRepeatable()) {
					faults.add(Fault.ofParameter(name,
							"must be given once, and is given %d times".formatted(values.length)));
				}
				if (parameter == QueryParameter.FORMAT && values[0].isBlank()) {
					faults.add(Fault.ofParameter(name, "must name a format, and is empty"));
				}
				return;
			}
		}
		faults.add(Fault.ofParameter(ClientText.shown(name),
				"is not a parameter of this resource: it takes " + names(accepted)));
	}

	private static String names(QueryParameter[] parameters) {
		return Arrays.stream(parameters).map(QueryParameter::key).collect(Collectors.joining(", "));
	}

}
