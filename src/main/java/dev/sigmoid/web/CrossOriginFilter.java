package dev.sigmoid.web;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets pages of other origins call, by Spring's {@link CorsFilter}.
 *
 * <p>
 * Where any origin may call, every answer says so, asked or not: then it does not depend
 * on the origin, and a shared cache may give it to anyone. That costs one header, where
 * Spring's filter costs as much as the value.
 */
final class CrossOriginFilter implements Filter {

	private final boolean anyOrigin;

	private final CorsFilter rules;

	CrossOriginFilter(SigmoidProperties properties) {
		this.anyOrigin = properties.isAnyOriginAllowed();
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(properties.allowedOrigins());
		configuration.addAllowedMethod("GET");
		configuration.addAllowedMethod("HEAD");
		configuration.addAllowedMethod("POST");
		configuration.addAllowedHeader(CorsConfiguration.ALL);
		this.rules = new CorsFilter((request) -> configuration);
		this.rules.setCorsProcessor(new ProblemCorsProcessor());
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (this.anyOrigin && !CorsUtils.isPreFlightRequest((HttpServletRequest) request)) {
			((HttpServletResponse) response).setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, CorsConfiguration.ALL);
			chain.doFilter(request, response);
		}
		else {
			this.rules.doFilter(request, response, chain);
		}
	}

}
