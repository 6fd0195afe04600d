package dev.sigmoid.web.observe;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a request is called in problems and the log: by the client's or a proxy's header
 * {@code X-Request-Id}, or else by a random name. Only requests that fail need one.
 */
public final class RequestId {

	static final String HEADER = "X-Request-Id";

	private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+=-]{0,127}");

	private static final String ATTRIBUTE = RequestId.class.getName();

	private RequestId() {
	}

	/** Returns the id that came with the request, if it is of harmless characters. */
	public static @Nullable String given(HttpServletRequest request) {
		String id = request.getHeader(HEADER);
		return (id != null && WELL_FORMED.matcher(id).matches()) ? id : null;
	}

	/** Returns the id that came with the request, or else one that it keeps. */
	public static String of(HttpServletRequest request) {
		String given = given(request);
		if (given != null) {
			return given;
		}
		if (request.getAttribute(ATTRIBUTE) instanceof String made) {
			return made;
		}
		String made = "%016x".formatted(ThreadLocalRandom.current().nextLong());
		request.setAttribute(ATTRIBUTE, made);
		return made;
	}

}
