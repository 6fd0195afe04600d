package dev.sigmoid.web;

import dev.sigmoid.plot.Plot;
import dev.sigmoid.service.Slope;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * {@link Caching} of what Spring's converters write: slopes and plots.
 */
@ControllerAdvice
class CachingAdvice implements ResponseBodyAdvice<Object> {

	private final Caching caching;

	CachingAdvice(Caching caching) {
		this.caching = caching;
	}

	@Override
	public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
		Class<?> type = returnType.getParameterType();
		return type == Slope.class || type == Plot.class;
	}

	/** Returns the answer, or null where the headers say it all. */
	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object answer, MethodParameter returnType, MediaType mediaType,
			Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
			ServerHttpResponse response) {
		boolean answered = this.caching.isAnswered(((ServletServerHttpRequest) request).getServletRequest(),
				((ServletServerHttpResponse) response).getServletResponse(), mediaType);
		return answered ? null : answer;
	}

}
