package dev.sigmoid.web;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;

/**
 * Lets pages of other origins call, and refuses those that may not with a problem instead
 * of a line of text.
 *
 * <p>
 * Where any origin may call, every answer says so, asked or not: then it does not depend
 * on the origin, and a shared cache may give it to anyone.
 */
final class ProblemCorsProcessor extends DefaultCorsProcessor {

	private static final byte[] PROBLEM = Problem
		.of(ProblemType.FORBIDDEN_ORIGIN, null, ProblemType.FORBIDDEN_ORIGIN.advice())
		.toJson();

	@Override
	public boolean processRequest(@Nullable CorsConfiguration configuration, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		boolean anyOrigin = configuration != null
				&& List.of(CorsConfiguration.ALL).equals(configuration.getAllowedOrigins());
		if (anyOrigin && !CorsUtils.isPreFlightRequest(request)) {
			response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, CorsConfiguration.ALL);
			return true;
		}
		return super.processRequest(configuration, request, response);
	}

	@Override
	protected void rejectRequest(ServerHttpResponse response) throws IOException {
		response.setStatusCode(HttpStatus.FORBIDDEN);
		response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		response.getHeaders().setContentLength(PROBLEM.length);
		response.getBody().write(PROBLEM);
		response.flush();
	}

}
