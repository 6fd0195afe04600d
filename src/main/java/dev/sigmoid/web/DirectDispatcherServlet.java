package dev.sigmoid.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExecutionChain;

/**
 * Dispatches a GET for a table at once, without what Spring lays ready for views,
 * locales, listeners and the search of a handler: none of them comes.
 */
final class DirectDispatcherServlet extends DispatcherServlet {

	private static final long serialVersionUID = 1;

	private transient @Nullable DirectHandlerMapping mapping;

	@Override
	protected void onRefresh(ApplicationContext context) {
		super.onRefresh(context);
		this.mapping = context.getBean(DirectHandlerMapping.class);
	}

	@Override
	protected void service(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		if (this.mapping != null && this.mapping.table(request) != null) {
			dispatchTable(request, response);
		}
		else {
			super.service(request, response);
		}
	}

	/** Binds the request to its thread, for {@code Admission}, and does no more. */
	private void dispatchTable(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		ServletRequestAttributes attributes = new ServletRequestAttributes(request, response);
		RequestContextHolder.setRequestAttributes(attributes);
		try {
			doDispatch(request, response);
		}
		catch (ServletException | IOException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new ServletException("Request processing failed", ex);
		}
		finally {
			RequestContextHolder.resetRequestAttributes();
			attributes.requestCompleted();
		}
	}

	@Override
	protected @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) throws Exception {
		HandlerExecutionChain table = (this.mapping != null) ? this.mapping.chainOfTable(request) : null;
		return (table != null) ? table : super.getHandler(request);
	}

}
