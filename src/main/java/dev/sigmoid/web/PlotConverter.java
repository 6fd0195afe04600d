package dev.sigmoid.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import dev.sigmoid.plot.Plot;
import dev.sigmoid.plot.PlotFormat;
import dev.sigmoid.web.load.Admission;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;

/**
 * Writes a plot in the format that was negotiated. A picture is drawn whole before its
 * first byte leaves: it is small, and its length is known then.
 */
final class PlotConverter implements HttpMessageConverter<Plot> {

	/**
	 * A picture that is opened by itself is a document: it may neither run nor load
	 * anything.
	 */
	private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

	private static final List<MediaType> MEDIA_TYPES = Stream.of(PlotFormat.values())
		.map((format) -> MediaType.parseMediaType(format.mediaType()))
		.toList();

	private final Admission admission;

	PlotConverter(Admission admission) {
		this.admission = admission;
	}

	@Override
	public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
		return false;
	}

	@Override
	public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
		return type == Plot.class;
	}

	@Override
	public List<MediaType> getSupportedMediaTypes() {
		return MEDIA_TYPES;
	}

	@Override
	public Plot read(Class<? extends Plot> type, HttpInputMessage message) {
		throw new UnsupportedOperationException("a plot is only written");
	}

	@Override
	public void write(Plot plot, @Nullable MediaType mediaType, HttpOutputMessage message) throws IOException {
		PlotFormat format = format(mediaType);
		ByteArrayOutputStream picture = new ByteArrayOutputStream();
		long pixels = (format == PlotFormat.PNG) ? plot.pixels() : 0;
		this.admission.write(pixels, picture, (out) -> format.write(plot, out));
		message.getHeaders().setContentType(mediaType);
		message.getHeaders().setContentLength(picture.size());
		message.getHeaders().set("Content-Security-Policy", POLICY);
		picture.writeTo(message.getBody());
	}

	private static PlotFormat format(@Nullable MediaType wanted) {
		return Stream.of(PlotFormat.values())
			.filter((each) -> each.mediaType().equals(String.valueOf(wanted)))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("no format draws " + wanted));
	}

}
