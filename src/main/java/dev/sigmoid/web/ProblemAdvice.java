package dev.sigmoid.web;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.sigmoid.format.MalformedBodyException;
import dev.sigmoid.grid.InvalidGridException;
import dev.sigmoid.grid.TooManyPointsException;
import dev.sigmoid.web.BodyInterceptor.EncodedBodyException;
import dev.sigmoid.web.LimitedInputStream.BodyTooLargeException;
import dev.sigmoid.web.LimitedInputStream.BodyTooSlowException;
import dev.sigmoid.web.Problem.Fault;
import dev.sigmoid.web.load.OverloadedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Turns every exception of a request into a {@link Problem}, whatever the client accepts.
 */
@RestControllerAdvice
class ProblemAdvice {

	private static final Log logger = LogFactory.getLog(ProblemAdvice.class);

	@ExceptionHandler
	ResponseEntity<byte[]> invalidQuery(InvalidQueryException ex, HttpServletRequest request) {
		return answer(Problem.of(ProblemType.INVALID_PARAMETER, request.getRequestURI(), ex.faults()));
	}

	@ExceptionHandler
	ResponseEntity<byte[]> invalidGrid(InvalidGridException ex, HttpServletRequest request) {
		return invalidQuery(new InvalidQueryException(ex.parameter(), ex.detail()), request);
	}

	@ExceptionHandler
	ResponseEntity<byte[]> malformedBody(MalformedBodyException ex, HttpServletRequest request) {
		Fault fault = Fault.ofBody(ex.place(), ex.reason());
		return answer(Problem.of(ProblemType.MALFORMED_BODY, request.getRequestURI(), List.of(fault)));
	}

	@ExceptionHandler
	ResponseEntity<byte[]> missingBody(HttpMessageNotReadableException ex, HttpServletRequest request) {
		return answer(Problem.of(ProblemType.MALFORMED_BODY, request.getRequestURI(),
				"the body is empty: send {\"x\":[-0.5,1e-3]} as JSON, CSV with a header x and a number a line,"
						+ " or an Arrow IPC stream with a float64 column x"));
	}

	@ExceptionHandler
	ResponseEntity<byte[]> tooManyPoints(TooManyPointsException ex, HttpServletRequest request) {
		return answer(ProblemType.TOO_MANY_POINTS, ex, request);
	}

	@ExceptionHandler
	ResponseEntity<byte[]> bodyTooLarge(BodyTooLargeException ex, HttpServletRequest request) {
		return answer(ProblemType.BODY_TOO_LARGE, ex, request);
	}

	@ExceptionHandler
	ResponseEntity<byte[]> bodyTooSlow(BodyTooSlowException ex, HttpServletRequest request) {
		return answer(ProblemType.REQUEST_TIMEOUT, ex, request);
	}

	@ExceptionHandler
	ResponseEntity<byte[]> overloaded(OverloadedException ex, HttpServletRequest request,
			HttpServletResponse response) {
		forget(response);
		response.setIntHeader(HttpHeaders.RETRY_AFTER, OverloadedException.RETRY_AFTER);
		return answer(ProblemType.OVERLOADED, ex, request);
	}

	/** Tomcat's own, when it cannot decode the query. */
	@ExceptionHandler
	ResponseEntity<byte[]> undecodableQuery(InvalidParameterException ex, HttpServletRequest request) {
		return answer(Problem.of(ProblemType.INVALID_PARAMETER, request.getRequestURI(),
				"the query cannot be decoded: write special characters as UTF-8 in the form %2B,"
						+ " and give at most a few thousand parameters"));
	}

	@ExceptionHandler
	ResponseEntity<byte[]> notAcceptable(HttpMediaTypeNotAcceptableException ex, HttpServletRequest request) {
		String formats = FormatNames.of(ex.getSupportedMediaTypes());
		String format = request.getParameter(QueryParameter.FORMAT.key());
		if (format != null && !formats.isEmpty()) {
			return invalidQuery(new InvalidQueryException(QueryParameter.FORMAT.key(),
					"must be one of %s, and is '%s'".formatted(formats, ClientText.shown(format))), request);
		}
		return answer(Problem.of(ProblemType.NOT_ACCEPTABLE, request.getRequestURI(),
				"accept one of " + names(ex.getSupportedMediaTypes())
						+ (formats.isEmpty() ? "" : ", or give format as one of " + formats)));
	}

	@ExceptionHandler
	ResponseEntity<byte[]> unsupportedMediaType(HttpMediaTypeNotSupportedException ex, HttpServletRequest request) {
		String contentType = request.getContentType();
		String given = (contentType == null) ? "is missing" : "is '" + ClientText.shown(contentType) + "'";
		return answer(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, request.getRequestURI(),
				"the Content-Type of the body %s: send one of %s".formatted(given, names(ex.getSupportedMediaTypes()))),
				ex.getHeaders());
	}

	@ExceptionHandler
	ResponseEntity<byte[]> encodedBody(EncodedBodyException ex, HttpServletRequest request) {
		return answer(ProblemType.UNSUPPORTED_MEDIA_TYPE, ex, request);
	}

	@ExceptionHandler
	ResponseEntity<byte[]> methodNotAllowed(HttpRequestMethodNotSupportedException ex, HttpServletRequest request) {
		Set<String> methods = new TreeSet<>(
				List.of(Objects.requireNonNullElse(ex.getSupportedMethods(), new String[0])));
		if (methods.contains("GET")) {
			methods.add("HEAD");
		}
		String allow = String.join(", ", methods);
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.ALLOW, allow);
		return answer(
				Problem.of(ProblemType.METHOD_NOT_ALLOWED, request.getRequestURI(),
						"%s is not possible here: use one of %s".formatted(ClientText.shown(ex.getMethod()), allow)),
				headers);
	}

	/** The client has gone, or was cut off. Whatever is left is the server's business. */
	@ExceptionHandler
	void disconnected(IOException ex) throws IOException {
		throw ex;
	}

	@ExceptionHandler
	ResponseEntity<byte[]> other(Exception ex, HttpServletRequest request, HttpServletResponse response)
			throws Exception {
		if (response.isCommitted()) {
			// the server cuts the connection, so that nobody takes a part for the whole
			throw ex;
		}
		forget(response);
		if (ex instanceof ErrorResponse known) {
			ProblemType type = ProblemType.of(known.getStatusCode().value());
			return answer(Problem.of(type, request.getRequestURI(), type.advice()), known.getHeaders());
		}
		logger.error("Request %s to %s failed".formatted(request.getRequestId(), request.getRequestURI()), ex);
		return answer(Problem.internalError(request.getRequestURI(), request.getRequestId()));
	}

	/** Takes back what was said of an answer that does not come. */
	private static void forget(HttpServletResponse response) {
		response.resetBuffer();
		response.setHeader(HttpHeaders.ETAG, null);
		response.setHeader(HttpHeaders.CACHE_CONTROL, null);
	}

	private static ResponseEntity<byte[]> answer(ProblemType type, RuntimeException ex, HttpServletRequest request) {
		return answer(Problem.of(type, request.getRequestURI(), String.valueOf(ex.getMessage())));
	}

	private static ResponseEntity<byte[]> answer(Problem problem) {
		return answer(problem, HttpHeaders.EMPTY);
	}

	private static ResponseEntity<byte[]> answer(Problem problem, HttpHeaders headers) {
		return ResponseEntity.status(problem.status())
			.headers(headers)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(problem.toJson());
	}

	private static String names(Collection<MediaType> mediaTypes) {
		return mediaTypes.stream().map(MediaType::toString).collect(Collectors.joining(", "));
	}

}
