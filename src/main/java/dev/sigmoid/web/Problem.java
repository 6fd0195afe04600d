package dev.sigmoid.web;

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sigmoid.web.observe.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every error looks like on the wire (RFC 9457).
 *
 * @param type the URI of the page that explains this kind of problem
 * @param title the kind in a few words
 * @param status the HTTP status
 * @param detail what is wrong and what to do
 * @param instance the path that was asked for, where it is known
 * @param request the id of the request: the one it came with, or for an internal error
 * the one in the log
 * @param errors the faults one by one, where there are places to name
 */
@JsonPropertyOrder({ "type", "title", "status", "detail", "instance", "request", "errors" })
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String type, String title, int status, String detail, @Nullable String instance,
		@Nullable String request, List<Fault> errors) {

	private static final JsonMapper JSON = new JsonMapper();

	private Problem(ProblemType type, String detail, @Nullable String instance, @Nullable String request,
			List<Fault> errors) {
		this("/problems#" + type.slug(), type.title(), type.status(), detail, instance, request, errors);
	}

	/** A problem as a whole, of a request if one is known. */
	static Problem of(ProblemType type, @Nullable HttpServletRequest request, String detail) {
		if (request == null) {
			return new Problem(type, detail, null, null, List.of());
		}
		return new Problem(type, detail, request.getRequestURI(), id(type, request), List.of());
	}

	/** A problem made of single faults. */
	static Problem of(ProblemType type, HttpServletRequest request, List<Fault> errors) {
		String detail = errors.stream().map(Fault::sentence).collect(Collectors.joining("; "));
		return new Problem(type, detail, request.getRequestURI(), id(type, request), errors);
	}

	private static @Nullable String id(ProblemType type, HttpServletRequest request) {
		return (type == ProblemType.INTERNAL_ERROR) ? RequestId.of(request) : RequestId.given(request);
	}

	/** Returns the bytes on the wire. */
	byte[] toJson() {
		return JSON.writeValueAsBytes(this);
	}

	/**
	 * One fault.
	 *
	 * @param parameter the parameter to blame, if it is one
	 * @param place where in the body, if it is there
	 * @param detail what is wrong with it, and what to give
	 */
	@JsonPropertyOrder({ "parameter", "place", "detail" })
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Fault(@Nullable String parameter, @Nullable String place, String detail) {

		static Fault ofParameter(String parameter, String detail) {
			return new Fault(parameter, null, detail);
		}

		static Fault ofBody(String place, String detail) {
			return new Fault(null, place, detail);
		}

		/** Returns the fault as a sentence. */
		String sentence() {
			return (this.parameter != null) ? this.parameter + " " + this.detail : this.place + ": " + this.detail;
		}

	}

}
