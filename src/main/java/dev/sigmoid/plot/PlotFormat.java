package dev.sigmoid.plot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The representations of a plot.
 */
public enum PlotFormat {

	/** Lines and real text. */
	SVG(PlotFormat.SVG_TYPE) {

		@Override
		public void write(Plot plot, OutputStream out) throws IOException {
			out.write(new SvgPicture(plot).toString().getBytes(StandardCharsets.UTF_8));
		}

	},

	/** The pixels of the same. */
	PNG(PlotFormat.PNG_TYPE) {

		@Override
		public void write(Plot plot, OutputStream out) throws IOException {
			new PngPicture(plot).write(out);
		}

	};

	/** The media type of {@link #SVG}. */
	public static final String SVG_TYPE = "image/svg+xml";

	/** The media type of {@link #PNG}. */
	public static final String PNG_TYPE = "image/png";

	private final String mediaType;

	PlotFormat(String mediaType) {
		this.mediaType = mediaType;
	}

	/** Returns the name that the parameter {@code format} takes. */
	public String parameter() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Returns the media type, as an answer carries it. */
	public String mediaType() {
		return this.mediaType;
	}

	/**
	 * Writes a picture. The stream is neither flushed nor closed.
	 * @throws IOException if the stream does
	 */
	public abstract void write(Plot plot, OutputStream out) throws IOException;

}
