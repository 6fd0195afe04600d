package dev.sigmoid.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What our pages may do: run and load what the service itself serves, and ask the
 * service; no inline script or style, no other host, no frame around them, and nobody
 * learns where a link was. Swagger UI sets styles inline and shows pictures that it holds
 * in memory.
 */
final class PagePolicy implements HandlerInterceptor {

	static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
			+ "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	static final String SWAGGER_POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
			+ "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
			+ "frame-ancestors 'none'";

	private static final String SWAGGER_UI = "/swagger-ui";

	/** Pages and their files are not answered by methods of ours. */
	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!(handler instanceof HandlerMethod)) {
			boolean swagger = request.getRequestURI().startsWith(SWAGGER_UI);
			response.setHeader("Content-Security-Policy", swagger ? SWAGGER_POLICY : POLICY);
			response.setHeader("X-Frame-Options", "DENY");
			response.setHeader("Referrer-Policy", "no-referrer");
		}
		return true;
	}

}
