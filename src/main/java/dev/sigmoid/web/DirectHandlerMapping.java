package dev.sigmoid.web;

import java.util.HashMap;
import java.util.Map;

import dev.sigmoid.service.Table;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handlers that answer GET with a table by their path alone, which is all that
 * tells them apart; for every other request, also one that is at fault, Spring searches.
 */
final class DirectHandlerMapping extends RequestMappingHandlerMapping {

	private final Map<String, HandlerMethod> tables = new HashMap<>();

	private final HandlerInterceptor[] interceptors;

	/**
	 * Maps tables.
	 * @param interceptors all that come before a handler of tables: Spring's own prepare
	 * what views need
	 */
	DirectHandlerMapping(HandlerInterceptor... interceptors) {
		this.interceptors = interceptors;
	}

	/** Before those of the actuator and of static files. */
	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> handlers) {
		super.handlerMethodsInitialized(handlers);
		handlers.forEach((info, handler) -> {
			boolean get = info.getMethodsCondition().getMethods().contains(RequestMethod.GET);
			if (get && isOfTable(handler)) {
				info.getDirectPaths().forEach((path) -> this.tables.put(path, handler.createWithResolvedBean()));
			}
		});
	}

	/** Returns the handler of the table that is asked for by GET, if it is one. */
	@Nullable HandlerMethod table(HttpServletRequest request) {
		return request.getMethod().equals("GET") ? this.tables.get(request.getRequestURI()) : null;
	}

	/** Returns that handler with what comes before it. */
	@Nullable HandlerExecutionChain chainOfTable(HttpServletRequest request) {
		HandlerMethod table = table(request);
		return (table != null) ? new HandlerExecutionChain(table, this.interceptors) : null;
	}

	@Override
	protected HandlerExecutionChain getHandlerExecutionChain(Object handler, HttpServletRequest request) {
		return (handler instanceof HandlerMethod method && isOfTable(method))
				? new HandlerExecutionChain(handler, this.interceptors)
				: super.getHandlerExecutionChain(handler, request);
	}

	private static boolean isOfTable(HandlerMethod handler) {
		return handler.getMethod().getReturnType() == Table.class;
	}

}
