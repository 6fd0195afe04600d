package dev.sigmoid.web;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import dev.sigmoid.format.Format;
import dev.sigmoid.service.Table;
import dev.sigmoid.web.load.Admission;
import dev.sigmoid.web.load.Pace;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;

/**
 * Writes a table in the format that was negotiated, on the request's own thread, straight
 * into the response.
 */
final class TableConverter implements HttpMessageConverter<Table> {

	/** The formats with their media types, the default one first. */
	private static final List<Representation> REPRESENTATIONS = Stream.of(Format.values())
		.map((format) -> new Representation(format, MediaType.parseMediaType(format.mediaType())))
		.toList();

	private static final List<MediaType> MEDIA_TYPES = REPRESENTATIONS.stream().map(Representation::mediaType).toList();

	private final Admission admission;

	private final Pace pace;

	TableConverter(Admission admission, Pace pace) {
		this.admission = admission;
		this.pace = pace;
	}

	@Override
	public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
		return false;
	}

	@Override
	public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
		return type == Table.class;
	}

	@Override
	public List<MediaType> getSupportedMediaTypes() {
		return MEDIA_TYPES;
	}

	@Override
	public Table read(Class<? extends Table> type, HttpInputMessage message) {
		throw new UnsupportedOperationException("a table is only written");
	}

	@Override
	public void write(Table table, @Nullable MediaType mediaType, HttpOutputMessage message) throws IOException {
		this.admission.admit(table.size());
		Representation representation = representation(mediaType);
		message.getHeaders().setContentType(representation.mediaType());
		representation.format().write(table, new FairOutputStream(message.getBody(), this.pace));
	}

	private static Representation representation(@Nullable MediaType wanted) {
		for (Representation each : REPRESENTATIONS) {
			if (each.mediaType().equalsTypeAndSubtype(wanted)) {
				return each;
			}
		}
		throw new IllegalArgumentException("no format writes " + wanted);
	}

	private record Representation(Format format, MediaType mediaType) {
	}

}
