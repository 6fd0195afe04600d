package dev.sigmoid.web;

import java.io.IOException;
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
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;

/**
 * Reads the values of a batch from the request's body as it arrives.
 */
final class BatchConverter implements HttpMessageConverter<Values> {

	/**
	 * The formats by media types without parameters: a body may say its character set, or
	 * whether it has a header.
	 */
	private static final Map<MediaType, Format> FORMATS = Stream.of(Format.values())
		.filter(Format::isReadable)
		.collect(Collectors.toMap(BatchConverter::mediaType, Function.identity(), (a, b) -> a, LinkedHashMap::new));

	private final int maxPoints;

	private final long maxBytes;

	private final Pace pace;

	private final Admission admission;

	BatchConverter(SigmoidProperties properties, Admission admission) {
		this.maxPoints = properties.maxPoints();
		this.maxBytes = properties.maxBodySize().toBytes();
		this.pace = properties.pace();
		this.admission = admission;
	}

	@Override
	public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
		return type == Values.class && FORMATS.keySet().stream().anyMatch((each) -> each.includes(mediaType));
	}

	@Override
	public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
		return false;
	}

	@Override
	public List<MediaType> getSupportedMediaTypes() {
		return List.copyOf(FORMATS.keySet());
	}

	@Override
	public Values read(Class<? extends Values> type, HttpInputMessage message) throws IOException {
		MediaType mediaType = Objects.requireNonNull(message.getHeaders().getContentType());
		LimitedInputStream body = new LimitedInputStream(message.getBody(), this.maxBytes, this.pace);
		return new Values(format(mediaType).read(body, this.maxPoints, this.admission.batch()));
	}

	@Override
	public void write(Values values, @Nullable MediaType mediaType, HttpOutputMessage message) {
		throw new UnsupportedOperationException("a batch is only read");
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
