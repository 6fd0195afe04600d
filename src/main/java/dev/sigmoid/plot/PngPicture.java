package dev.sigmoid.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;

/**
 * A plot as PNG: the pixels of its SVG, strip by strip, so that the largest picture takes
 * a megabyte of memory and not 64.
 */
final class PngPicture {

	private static final int STRIP = 64;

	private final Frame frame;

	private final SVGDocument document;

	PngPicture(Plot plot) {
		this.frame = plot.frame();
		byte[] svg = new SvgPicture(plot).toString().getBytes(StandardCharsets.UTF_8);
		this.document = Objects
			.requireNonNull(new SVGLoader().load(new ByteArrayInputStream(svg), null, LoaderContext.createDefault()));
	}

	/** Writes the picture. */
	void write(OutputStream out) throws IOException {
		int width = this.frame.width();
		BufferedImage strip = new BufferedImage(width, STRIP, BufferedImage.TYPE_INT_RGB);
		int[] row = new int[width];
		try (PngWriter png = new PngWriter(out, width, this.frame.height())) {
			for (int y = 0; y < this.frame.height(); y++) {
				if (y % STRIP == 0) {
					draw(strip, y);
				}
				strip.getRGB(0, y % STRIP, width, 1, row, 0, width);
				png.writeRow(row);
			}
		}
	}

	private void draw(BufferedImage strip, int top) {
		Graphics2D graphics = strip.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		graphics.translate(0, -top);
		this.document.render(null, graphics, new ViewBox(this.frame.width(), this.frame.height()));
		graphics.dispose();
	}

}
