package dev.sigmoid.web;

import java.util.Map;

import dev.sigmoid.plot.Plot;
import dev.sigmoid.service.Slope;
import dev.sigmoid.service.Table;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.info.BuildProperties;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Lets clients and caches keep the answers to GET, which are pure functions of the URL,
 * and answers those that have one already, or want the headers alone, without computing.
 */
@ControllerAdvice
class CachingAdvice implements ResponseBodyAdvice<Object> {

	private static final String ONE_DAY = "public, max-age=86400";

	private final String version;

	CachingAdvice(BuildProperties build) {
		this.version = String.valueOf(build.getVersion());
	}

	@Override
	public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
		Class<?> type = returnType.getParameterType();
		return type == Table.class || type == Slope.class || type == Plot.class;
	}

	/** Returns the answer, or null where the headers say it all. */
	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object answer, MethodParameter returnType, MediaType mediaType,
			Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
			ServerHttpResponse response) {
		HttpServletRequest servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
		HttpServletResponse servletResponse = ((ServletServerHttpResponse) response).getServletResponse();
		boolean head = servletRequest.getMethod().equals("HEAD");
		if (!head && !servletRequest.getMethod().equals("GET")) {
			return answer;
		}
		String etag = etag(servletRequest.getParameterMap(), mediaType);
		servletResponse.setHeader(HttpHeaders.ETAG, etag);
		servletResponse.setHeader(HttpHeaders.CACHE_CONTROL, ONE_DAY);
		servletResponse.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		if (servletRequest.getHeader(HttpHeaders.IF_NONE_MATCH) != null
				&& new ServletWebRequest(servletRequest, servletResponse).checkNotModified(etag)) {
			return null;
		}
		if (head) {
			response.getHeaders().setContentType(mediaType);
			return null;
		}
		return answer;
	}

	/**
	 * Returns a weak tag, as the same answer may come compressed. It is compared between
	 * answers of one URL only, so that a hash of the query does; the order of parameters
	 * does not count.
	 */
	private String etag(Map<String, String[]> query, MediaType mediaType) {
		long hash = mediaType.getSubtype().hashCode();
		for (Map.Entry<String, String[]> parameter : query.entrySet()) {
			long pair = ((long) parameter.getKey().hashCode() << Integer.SIZE)
					^ String.join(",", parameter.getValue()).hashCode();
			hash += scattered(pair);
		}
		return "W/\"" + this.version + "-" + Long.toHexString(hash) + "\"";
	}

	/**
	 * Spreads neighbours, so that the sum of two pairs does not stay the same when they
	 * swap.
	 */
	private static long scattered(long pair) {
		long product = pair * 0x9e3779b97f4a7c15L; // 2^64 / golden ratio
		return (product ^ (product >>> Integer.SIZE)) * 0x9e3779b97f4a7c15L;
	}

}
