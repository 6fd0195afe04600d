package dev.sigmoid.web;

import java.io.IOException;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.DefaultCorsProcessor;

/**
 * Refuses pages of other origins that may not call with a problem instead of a line of
 * text.
 */
final class ProblemCorsProcessor extends DefaultCorsProcessor {

	private static final byte[] PROBLEM = Problem
		.of(ProblemType.FORBIDDEN_ORIGIN, null, ProblemType.FORBIDDEN_ORIGIN.advice())
		.toJson();

	@Override
	protected void rejectRequest(ServerHttpResponse response) throws IOException {
		response.setStatusCode(HttpStatus.FORBIDDEN);
		response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		response.getHeaders().setContentLength(PROBLEM.length);
		response.getBody().write(PROBLEM);
		response.flush();
	}

}
