package dev.sigmoid.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import dev.sigmoid.Golden;
import dev.sigmoid.grid.InvalidGridException;
import dev.sigmoid.service.Function;
import dev.sigmoid.service.SigmoidService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlotTests {

	private static final Plotter PLOTTER = new Plotter(new SigmoidService());

	@ParameterizedTest
	@CsvSource(textBlock = """
			plot-sigmoid.svg, SIGMOID, -6,     6,     900, 500
			plot-tanh.svg,    TANH,    -6,     6,     300, 200
			plot-huge.svg,    SIGMOID, -1e300, 1e300, 300, 200
			plot-tiny.svg,    SIGMOID, 0,      1e-300, 300, 200
			plot-offset.svg,  TANH,    0.5,    0.50000000000000000000000000000000000000001, 300, 200
			plot-zero.svg,    SIGMOID, -2000,  -1000, 300, 200
			""")
	void svgIsItsGoldenFile(String file, Function function, BigDecimal start, BigDecimal stop, int width, int height)
			throws IOException {
		Golden.assertGolden(file, bytes(function, new Frame(start, stop, width, height), PlotFormat.SVG));
	}

	@Test
	void svgHasATitleADescriptionAndRealText() throws Exception {
		byte[] svg = bytes(Function.SIGMOID, frame(-6, 6), PlotFormat.SVG);
		Document document = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new ByteArrayInputStream(svg));
		assertThat(document.getElementsByTagName("title").item(0).getTextContent())
			.isEqualTo("The sigmoid function and its derivative from \u22126 to 6");
		assertThat(document.getElementsByTagName("desc").item(0).getTextContent()).contains("at most 0.25 between");
		assertThat(texts(svg)).containsExactly("\u22126", "\u22124", "\u22122", "0", "2", "4", "6", "0.0", "0.2", "0.4",
				"0.6", "0.8", "1.0", "sigmoid", "derivative");
	}

	@ParameterizedTest(name = "{0} to {1}: {2}")
	@CsvSource(delimiter = '|', textBlock = """
			-6            | 6             | −6 −4 −2 0 2 4 6
			0             | 1             | 0.0 0.2 0.4 0.6 0.8 1.0
			-1e300        | 1e300         | −1e300 −5e299 0 5e299 1e300
			0             | 1e-300        | 0 2e−301 4e−301 6e−301 8e−301 1e−300
			-1.7e308      | 1.7e308       | −1.5e308 −1e308 −5e307 0 5e307 1e308 1.5e308
			123456.001    | 123456.003    | 0.0000 0.0005 0.0010 0.0015 0.0020 +123456.001
			1000000       | 7000000       | 1e6 2e6 3e6 4e6 5e6 6e6 7e6
			-0.5000000001 | -0.4999999999 | −1e−10 −5e−11 0 5e−11 1e−10 −0.5
			0.1           | 0.4           | 0.10 0.15 0.20 0.25 0.30 0.35 0.40
			""")
	void ticksAreRoundAndTheirLabelsExact(BigDecimal start, BigDecimal stop, String labels) {
		Axis axis = Axis.of(start, stop, 8, 8);
		List<String> shown = new ArrayList<>(axis.ticks().stream().map(Axis.Tick::label).toList());
		if (axis.offset() != null) {
			shown.add(axis.offset());
		}
		assertThat(String.join(" ", shown)).isEqualTo(labels);
	}

	@ParameterizedTest
	@CsvSource({ "-6, 6", "-1e300, 1e300", "0, 1e-300", "-1000, 10", "-0.001, 100000", "-700, -690" })
	void peakOfTheDerivativeIsNeverMissed(BigDecimal start, BigDecimal stop) {
		Frame frame = new Frame(start, stop, 100, 100);
		Abscissas abscissas = Abscissas.of(frame, Layout.of(frame).curveWidth());
		Curves curves = Curves.of(abscissas, new SigmoidService().table(Function.SIGMOID, abscissas.grid(), true));
		double peak = (start.signum() <= 0 && stop.signum() >= 0) ? 0.25
				: Function.SIGMOID_DERIVATIVE.at(stop.doubleValue());
		assertThat(curves.steepest()).isEqualTo(peak);
		assertThat(curves.place()).isSorted().startsWith(0).endsWith(1);
	}

	@Test
	void pngIsTheSamePicture() throws IOException {
		BufferedImage image = png(new Frame(BigDecimal.valueOf(-6), BigDecimal.valueOf(6), 900, 500));
		assertThat(image.getWidth()).isEqualTo(900);
		assertThat(image.getHeight()).isEqualTo(500);
		assertThat(count(image, 0x307EC7)).as("blue pixels").isBetween(1000, 4000);
		assertThat(count(image, 0x9621E2)).as("purple pixels").isBetween(1000, 4000);
		assertThat(count(image, 0x000000)).as("black pixels, of axes and text").isGreaterThan(1000);
		assertThat(count(image, 0xFFFFFF)).as("white pixels").isGreaterThan(400_000);
	}

	@Test
	void pngHasText() throws IOException {
		BufferedImage image = png(new Frame(BigDecimal.valueOf(-6), BigDecimal.valueOf(6), 900, 500));
		BufferedImage legend = image.getSubimage(810, 0, 90, 45);
		assertThat(count(legend, 0xFFFFFF)).as("pixels left white by the legend's words").isLessThan(90 * 45 - 300);
	}

	@Test
	void largestPictureIsDrawnInStrips() throws IOException {
		BufferedImage image = png(new Frame(BigDecimal.valueOf(-6), BigDecimal.valueOf(6), 150, 4000));
		assertThat(image.getHeight()).isEqualTo(4000);
		assertThat(image.getRGB(75, 2000) & 0xFFFFFF).as("the y axis, half way").isNotEqualTo(0xFFFFFF);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			6 | -6 | 900  | 500  | stop must be greater than start: a picture goes from left to right
			6 | 6  | 900  | 500  | stop must be greater than start: a picture goes from left to right
			0 | 1  | 99   | 500  | width must be from 100 to 4000 pixels, and is 99
			0 | 1  | 4001 | 500  | width must be from 100 to 4000 pixels, and is 4001
			0 | 1  | 900  | 0    | height must be from 100 to 4000 pixels, and is 0
			0 | 1  | 900  | 5000 | height must be from 100 to 4000 pixels, and is 5000
			""")
	void whatCannotBeDrawnIsRefused(BigDecimal start, BigDecimal stop, int width, int height, String message) {
		assertThatExceptionOfType(InvalidGridException.class).isThrownBy(() -> new Frame(start, stop, width, height))
			.withMessage(message);
	}

	private static Frame frame(int start, int stop) {
		return new Frame(BigDecimal.valueOf(start), BigDecimal.valueOf(stop), 900, 500);
	}

	private static byte[] bytes(Function function, Frame frame, PlotFormat format) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		format.write(PLOTTER.plot(function, frame), out);
		return out.toByteArray();
	}

	private static BufferedImage png(Frame frame) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(bytes(Function.SIGMOID, frame, PlotFormat.PNG)));
	}

	private static List<String> texts(byte[] svg) {
		return Pattern.compile("<text[^>]*>([^<]*)</text>")
			.matcher(new String(svg, StandardCharsets.UTF_8))
			.results()
			.map((MatchResult match) -> match.group(1))
			.toList();
	}

	private static int count(BufferedImage image, int colour) {
		int count = 0;
		for (int y = 0; y < image.getHeight(); y++) {
			for (int x = 0; x < image.getWidth(); x++) {
				if ((image.getRGB(x, y) & 0xFFFFFF) == colour) {
					count++;
				}
			}
		}
		return count;
	}

}
