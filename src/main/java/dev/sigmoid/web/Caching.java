package dev.sigmoid.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Lets clients and caches keep the answers to GET, which are pure functions of the URL,
 * and answers those that have one already, or want the headers alone, without computing.
 */
final class Caching {

	private static final String ONE_DAY = "public, max-age=86400";

	private final String prefix;

	/**
	 * Makes the rules for one version of the service, whose answers other versions may
	 * not share.
	 */
	Caching(String version) {
		this.prefix = "W/\"" + version + "-";
	}

	/**
	 * Sets the headers of an answer.
	 * @param mediaType what the answer would be sent as
	 * @return whether they say it all, and there is nothing to compute
	 */
	boolean isAnswered(HttpServletRequest request, HttpServletResponse response, MediaType mediaType) {
		boolean head = request.getMethod().equals("HEAD");
		if (!head && !request.getMethod().equals("GET")) {
			return false;
		}
		String etag = etag(request.getParameterMap(), mediaType);
		response.setHeader(HttpHeaders.ETAG, etag);
		response.setHeader(HttpHeaders.CACHE_CONTROL, ONE_DAY);
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		if (request.getHeader(HttpHeaders.IF_NONE_MATCH) != null
				&& new ServletWebRequest(request, response).checkNotModified(etag)) {
			return true;
		}
		if (head) {
			response.setContentType(mediaType.toString());
		}
		return head;
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
		return this.prefix + Long.toHexString(hash) + "\"";
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
