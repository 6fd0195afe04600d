package dev.sigmoid.web;

import java.util.Locale;

/**
 * The kinds of problem that a client can meet. The page {@code /problems} explains each
 * under its {@link #slug()}.
 */
enum ProblemType {

	/** A parameter is malformed, missing, contradictory, repeated or unknown. */
	INVALID_PARAMETER(400, "Invalid parameter", "give the parameters that the description of the API lists"),

	/** A batch cannot be read. */
	MALFORMED_BODY(400, "Malformed body", "send the batch as the description of the API shows"),

	/** The request is not HTTP, or not what the server takes for it. */
	BAD_REQUEST(400, "Bad request",
			"the request is not valid HTTP: check its URL (special characters escaped as in %2B, but no slash),"
					+ " its headers (one Host) and the length of its body"),

	/** A page of another origin called that is not allowed to. */
	FORBIDDEN_ORIGIN(403, "Forbidden origin",
			"pages of this origin, or this method from a page, are not allowed: call from an allowed origin with GET, HEAD or POST"),

	/** There is nothing at the path. */
	NOT_FOUND(404, "Not found", "there is nothing at this path: the resources are described at /swagger-ui.html"),

	/** The path exists, the method does not. */
	METHOD_NOT_ALLOWED(405, "Method not allowed", "this path does not have this method: use another, such as GET"),

	/** No format of the resource is one that the client accepts. */
	NOT_ACCEPTABLE(406, "Not acceptable", "none of the accepted media types is available: accept application/json"),

	/** The request took too long to arrive. */
	REQUEST_TIMEOUT(408, "Request timeout", "the request took too long to arrive: send it again"),

	/** More points than the limit. */
	TOO_MANY_POINTS(413, "Too many points", "ask for fewer points, or in several requests"),

	/** A larger body than the limit. */
	BODY_TOO_LARGE(413, "Body too large", "the body is too large: send it in several requests"),

	/** A longer request line than the limit. */
	URI_TOO_LONG(414, "URI too long", "the URL is too long: send the values in the body of a POST"),

	/** A body in a format that the resource does not take. */
	UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type",
			"the Content-Type of the body is not one that is read here: send one of application/json,"
					+ " text/csv, application/vnd.apache.arrow.stream"),

	/** More or longer headers than the limit. */
	HEADERS_TOO_LARGE(431, "Headers too large",
			"the URL and headers together are too long: send values in the body of a POST, and fewer cookies"),

	/** A fault of the service. */
	INTERNAL_ERROR(500, "Internal error", "the service failed, not the request: report it with the id of the request"),

	/** A transfer coding that the server does not know. */
	NOT_IMPLEMENTED(501, "Not implemented",
			"the method or the transfer coding is not known here: use GET, HEAD or POST, and chunked or no coding"),

	/** Too much is under way for a large answer or a batch. */
	OVERLOADED(503, "Overloaded", "too much is under way: try again after a moment"),

	/** The service is not able to answer now. */
	UNAVAILABLE(503, "Unavailable", "the service cannot answer now: try again after a moment"),

	/** A version of HTTP that the server does not speak. */
	HTTP_VERSION_NOT_SUPPORTED(505, "HTTP version not supported", "use HTTP/1.1");

	private final int status;

	private final String title;

	private final String advice;

	ProblemType(int status, String title, String advice) {
		this.status = status;
		this.title = title;
		this.advice = advice;
	}

	/** Returns the HTTP status. */
	int status() {
		return this.status;
	}

	/** Returns the title that a person reads. */
	String title() {
		return this.title;
	}

	/** Returns what to do, for where nothing more is known than the type. */
	String advice() {
		return this.advice;
	}

	/** Returns the name in the URI of the type. */
	String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Returns the type that stands for a bare status. */
	static ProblemType of(int status) {
		return switch (status) {
			case 403 -> FORBIDDEN_ORIGIN;
			case 404 -> NOT_FOUND;
			case 405 -> METHOD_NOT_ALLOWED;
			case 406 -> NOT_ACCEPTABLE;
			case 408 -> REQUEST_TIMEOUT;
			case 413 -> BODY_TOO_LARGE;
			case 414 -> URI_TOO_LONG;
			case 415 -> UNSUPPORTED_MEDIA_TYPE;
			case 431 -> HEADERS_TOO_LARGE;
			case 501 -> NOT_IMPLEMENTED;
			case 503 -> UNAVAILABLE;
			case 505 -> HTTP_VERSION_NOT_SUPPORTED;
			default -> (status < 500) ? BAD_REQUEST : INTERNAL_ERROR;
		};
	}

}
