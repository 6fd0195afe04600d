package dev.sigmoid.web;

import java.io.IOException;

import dev.sigmoid.web.load.OverloadedException;
import dev.sigmoid.web.observe.RequestId;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.cors.CorsConfiguration;

/**
 * Writes the errors that Tomcat finds before Spring sees the request, or that leave
 * Spring without a body, as problems instead of HTML.
 */
final class ProblemValve extends ErrorReportValve {

	private static final int FIRST_ERROR = 400;

	/** What Tomcat says, as a 400, of a request line or headers beyond the limit. */
	private static final String TOO_LARGE = StringManager.getManager("org.apache.coyote.http11")
		.getString("iib.requestheadertoolarge.error");

	private final boolean anyOrigin;

	/**
	 * Makes the valve.
	 * @param anyOrigin whether pages of every origin may read the problems
	 */
	ProblemValve(boolean anyOrigin) {
		this.anyOrigin = anyOrigin;
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable cause) {
		if (response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0 || response.isCommitted()) {
			return;
		}
		ProblemType type = type(request, response, cause);
		byte[] body = Problem.of(type, request, type.advice()).toJson();
		if (cause != null && type == ProblemType.INTERNAL_ERROR) {
			getContainer().getLogger().error("Request %s failed".formatted(RequestId.of(request)), cause);
		}
		try {
			response.setStatus(type.status());
			if (this.anyOrigin) {
				response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, CorsConfiguration.ALL);
			}
			if (type.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
				response.setIntHeader(HttpHeaders.RETRY_AFTER, OverloadedException.RETRY_AFTER);
			}
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.setContentLength(body.length);
			response.getOutputStream().write(body);
			response.finishResponse();
		}
		catch (IOException ex) {
			getContainer().getLogger().debug("The client has gone before it was told of its error", ex);
		}
	}

	private static ProblemType type(Request request, Response response, @Nullable Throwable cause) {
		if (cause != null && TOO_LARGE.equals(cause.getMessage())) {
			// the path is unknown as long as the request line has not been read to its
			// end
			return (request.getRequestURI() == null) ? ProblemType.URI_TOO_LONG : ProblemType.HEADERS_TOO_LARGE;
		}
		return ProblemType.of(response.getStatus());
	}

}
