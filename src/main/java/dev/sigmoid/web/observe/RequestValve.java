package dev.sigmoid.web.observe;

import java.io.IOException;

import dev.sigmoid.web.load.Drain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

import org.springframework.http.HttpHeaders;

/**
 * Sees every request first and last, also those that Tomcat refuses: counts them, and
 * says what holds for every answer. It costs each value as well, so it does no more.
 */
final class RequestValve extends ValveBase {

	private final RequestMeters meters;

	private final Drain drain;

	RequestValve(RequestMeters meters, Drain drain) {
		super(true);
		this.meters = meters;
		this.drain = drain;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		response.setHeader("X-Content-Type-Options", "nosniff");
		if (this.drain.isUnderWay()) {
			response.setHeader(HttpHeaders.CONNECTION, "close");
		}
		try {
			getNext().invoke(request, response);
		}
		finally {
			int status = response.getStatus();
			if (status == HttpServletResponse.SC_REQUEST_TIMEOUT) {
				// the rest of a body that came too slowly is not waited for
				request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
			}
			this.meters.count(request.getRequestURI(), status);
		}
	}

}
