package dev.sigmoid.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Dispatches a GET for a table at once, without what Spring lays ready in the request for
 * views and for the search of a handler: neither comes.
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
	protected void doService(HttpServletRequest request, HttpServletResponse response) throws Exception {
		if (this.mapping != null && this.mapping.table(request) != null) {
			doDispatch(request, response);
		}
		else {
			super.doService(request, response);
		}
	}

}
