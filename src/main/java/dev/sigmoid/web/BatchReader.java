package dev.sigmoid.web;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.sigmoid.format.Format;
import dev.sigmoid.grid.Values;
import dev.sigmoid.web.load.Admission;
import dev.sigmoid.web.load.Pace;

import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;

/**
 * Reads the values of a batch from the request's body as it arrives.
 */
final class BatchReader {

	/**
	 * The formats by media types without parameters: a body may say its character set, or
	 * whether it has a header.
	 */
	private static final Map<MediaType, Format> FORMATS = Stream.of(Format.values())
		.filter(Format::isReadable)
		.collect(Collectors.toMap(BatchReader::mediaType, Function.identity(), (a, b) -> a, LinkedHashMap::new));

	private final int maxPoints;

	private final long maxBytes;

	private final Pace pace;

	private final Admission admission;

	BatchReader(SigmoidProperties properties, Admission admission) {
		this.maxPoints = properties.maxPoints();
		this.maxBytes = properties.maxBodySize().toBytes();
		this.pace = properties.pace();
		this.admission = admission;
	}

	/**
	 * Reads a batch.
	 * @throws HttpMessageNotReadableException if there is no body at all
	 * @throws IOException if the connection fails
	 */
	Values read(ServletServerHttpRequest request) throws IOException {
		MediaType mediaType = Objects.requireNonNull(request.getHeaders().getContentType());
		PushbackInputStream body = new PushbackInputStream(
				new LimitedInputStream(request.getBody(), this.maxBytes, this.pace));
		int first = body.read();
		if (first < 0) {
			throw new HttpMessageNotReadableException("no body", request);
		}
		body.unread(first);
		return new Values(format(mediaType).read(body, this.maxPoints, this.admission.batch()));
	}

	private static Format format(MediaType mediaType) {
		return FORMATS.entrySet()
			.stream()
			.filter((each) -> each.getKey().includes(mediaType))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("no format reads " + mediaType));
	}

	private static MediaType mediaType(Format format) {
		MediaType full = MediaType.parseMediaType(format.mediaType());
		return new MediaType(full.getType(), full.getSubtype());
	}

}
