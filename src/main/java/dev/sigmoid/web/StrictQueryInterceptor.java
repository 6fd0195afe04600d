package dev.sigmoid.web;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

	/**
	 * What each handler accepts, which takes longer to find out than a value to compute.
	 */
	private final Map<Method, Optional<List<QueryParameter>>> accepted = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method) {
			accepted(method).ifPresent((parameters) -> check(request, parameters));
		}
		return true;
	}

	private Optional<List<QueryParameter>> accepted(HandlerMethod handler) {
		return this.accepted.computeIfAbsent(handler.getMethod(),
				(method) -> Optional.ofNullable(handler.getMethodAnnotation(Accepts.class))
					.map((accepts) -> List.of(accepts.value())));
	}

	private static void check(HttpServletRequest request, List<QueryParameter> accepted) {
		if (request.getRequestURI().indexOf(';') >= 0) {
			throw new InvalidQueryException("path", "must not hold parameters behind ';': give them behind '?'");
		}
		List<Fault> faults = new ArrayList<>();
		request.getParameterMap().forEach((name, values) -> check(name, values, accepted, faults));
		if (!faults.isEmpty()) {
			throw new InvalidQueryException(faults);
		}
	}

	private static void check(String name, String[] values, List<QueryParameter> accepted, List<Fault> faults) {
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

	private static String names(List<QueryParameter> parameters) {
		return parameters.stream().map(QueryParameter::key).collect(Collectors.joining(", "));
	}

}
