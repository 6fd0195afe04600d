package dev.sigmoid.web;

import dev.sigmoid.web.LimitedInputStream.BodyTooLargeException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a body by what its headers announce, before a byte of it is read.
 */
final class BodyInterceptor implements HandlerInterceptor {

	private final long maxBytes;

	BodyInterceptor(SigmoidProperties properties) {
		this.maxBytes = properties.maxBodySize().toBytes();
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getContentLengthLong() > this.maxBytes) {
			throw new BodyTooLargeException(request.getContentLengthLong() + " bytes, the limit is", this.maxBytes);
		}
		String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
		if (coding != null && !coding.equalsIgnoreCase("identity")) {
			throw new EncodedBodyException(coding);
		}
		return true;
	}

	/** The body is compressed; the message is what the client reads. */
	static final class EncodedBodyException extends RuntimeException {

		private static final long serialVersionUID = 1;

		private EncodedBodyException(String coding) {
			super("the Content-Encoding of the body is '%s': send it as it is, without one"
				.formatted(ClientText.shown(coding)));
		}

	}

}
