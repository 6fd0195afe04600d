package dev.sigmoid.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.sigmoid.format.Format;

import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Chooses the format of a table: the one that the parameter {@code format} names, else
 * the one that the client accepts most gladly, else JSON.
 */
final class Representations {

	private static final List<Representation> ALL = Stream.of(Format.values()).map(Representation::new).toList();

	private static final List<MediaType> MEDIA_TYPES = ALL.stream().map(Representation::mediaType).toList();

	private final ContentNegotiationManager negotiation;

	Representations(ContentNegotiationManager negotiation) {
		this.negotiation = negotiation;
	}

	/**
	 * Chooses for a request.
	 * @throws HttpMediaTypeNotAcceptableException if there is none, or no such format
	 */
	Representation choose(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
		List<MediaType> accepted = accepted(request);
		if (accepted.equals(ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST)) {
			return ALL.getFirst();
		}
		List<MediaType> candidates = new ArrayList<>();
		for (MediaType range : accepted) {
			for (MediaType available : MEDIA_TYPES) {
				if (accepts(range, available)) {
					candidates.add(available.copyQualityValue(range));
				}
			}
		}
		if (candidates.isEmpty()) {
			throw new HttpMediaTypeNotAcceptableException(MEDIA_TYPES);
		}
		MimeTypeUtils.sortBySpecificity(candidates);
		return of(candidates.getFirst());
	}

	private List<MediaType> accepted(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
		try {
			return this.negotiation.resolveMediaTypes(request);
		}
		catch (HttpMediaTypeNotAcceptableException ex) {
			// of a header that cannot be parsed, or a format that nothing here has
			throw new HttpMediaTypeNotAcceptableException(MEDIA_TYPES);
		}
	}

	/** A range without a parameter accepts any value of it. */
	private static boolean accepts(MediaType range, MediaType available) {
		return range.getQualityValue() > 0 && range.isCompatibleWith(available)
				&& available.getParameters().entrySet().stream().allMatch((parameter) -> {
					String wanted = range.getParameter(parameter.getKey());
					return wanted == null || wanted.equalsIgnoreCase(parameter.getValue());
				});
	}

	private static Representation of(MediaType chosen) {
		return ALL.stream().filter((each) -> each.mediaType().equalsTypeAndSubtype(chosen)).findFirst().orElseThrow();
	}

	/**
	 * A format with its media type.
	 *
	 * @param format the format
	 * @param mediaType what the answer is announced as
	 */
	record Representation(Format format, MediaType mediaType) {

		private Representation(Format format) {
			this(format, MediaType.parseMediaType(format.mediaType()));
		}

	}

}
