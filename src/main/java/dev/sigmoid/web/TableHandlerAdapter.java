package dev.sigmoid.web;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;

import dev.sigmoid.format.Format;
import dev.sigmoid.grid.Grid;
import dev.sigmoid.grid.Values;
import dev.sigmoid.service.Table;
import dev.sigmoid.web.Representations.Representation;
import dev.sigmoid.web.load.Admission;
import dev.sigmoid.web.load.Pace;
import dev.sigmoid.web.observe.PointMeters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.ModelAndView;

/**
 * Calls the handlers that answer with a table, and writes it in the format that was
 * negotiated, straight into the response.
 *
 * <p>
 * Spring's own adapter is made for every kind of argument and answer, and takes longer to
 * prepare than a value takes to compute: this one knows three arguments and one answer.
 */
final class TableHandlerAdapter implements HandlerAdapter, Ordered {

	private final int maxPoints;

	private final BatchReader batches;

	private final Representations representations;

	private final Caching caching;

	private final Admission admission;

	private final Pace pace;

	private final PointMeters meters;

	TableHandlerAdapter(SigmoidProperties properties, Admission admission, PointMeters meters,
			Representations representations, Caching caching) {
		this.maxPoints = properties.maxPoints();
		this.batches = new BatchReader(properties, admission);
		this.admission = admission;
		this.pace = properties.pace();
		this.meters = meters;
		this.representations = representations;
		this.caching = caching;
	}

	/** Before Spring's own, which would take these handlers too. */
	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public boolean supports(Object handler) {
		return handler instanceof HandlerMethod method && method.getMethod().getReturnType() == Table.class;
	}

	@Override
	public @Nullable ModelAndView handle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws Exception {
		ServletWebRequest exchange = new ServletWebRequest(request, response);
		Representation representation = this.representations.choose(exchange);
		Table table = call((HandlerMethod) handler, exchange);
		if (!this.caching.isAnswered(request, response, representation.mediaType())) {
			Format format = representation.format();
			OutputStream body = new PacedOutputStream(response.getOutputStream(), this.pace);
			this.admission.write(table.size(), body, (out) -> {
				response.setContentType(format.mediaType());
				format.write(table, out);
			});
			this.meters.count(table.function(), format, table.size());
		}
		return null;
	}

	private Table call(HandlerMethod handler, ServletWebRequest request) throws Exception {
		MethodParameter[] parameters = handler.getMethodParameters();
		Object[] arguments = new Object[parameters.length];
		for (int i = 0; i < arguments.length; i++) {
			arguments[i] = argument(parameters[i].getParameterType(), request);
		}
		try {
			return (Table) handler.getMethod().invoke(handler.getBean(), arguments);
		}
		catch (InvocationTargetException ex) {
			throw (ex.getCause() instanceof Exception cause) ? cause : ex;
		}
	}

	private Object argument(Class<?> type, ServletWebRequest request) throws IOException {
		if (type == Grid.class) {
			return new GridQuery(request, this.maxPoints).grid();
		}
		if (type == Include.class) {
			return Include.of(request);
		}
		if (type == Values.class) {
			return this.batches.read(new ServletServerHttpRequest(request.getRequest()));
		}
		throw new IllegalStateException("no handler of tables takes " + type);
	}

}
