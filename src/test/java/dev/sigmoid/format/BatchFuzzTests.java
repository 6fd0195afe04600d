package dev.sigmoid.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import dev.sigmoid.grid.TooManyPointsException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Bodies that are nearly right are taken or refused as slow and simple readers do it,
 * with the same doubles, and never end otherwise.
 */
class BatchFuzzTests {

	private static final int BODIES = Integer.getInteger("batch.bodies", 100_000);

	private static final int MAX_POINTS = 8;

	private static final String NUMBER = "[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?";

	private static final String[] JSON_PARTS = { "{\"x\":[1,2.5,-3e-7]}", "{\"x\":[0.1234567890123456789]}",
			"{ \"\\u0078\" : [ -0 , 1E+3 ]\r\n}", "{\"x\":[4.9e-324,1.7976931348623157e308]}", "\"x\"", "\"", "\\u0078",
			"\\", "[", "]", "{", "}", ",", ":", " ", "\n", "-", "+", ".", "e", "E9", "0", "00", "7", "1e309", "1e400",
			"1e401", "null", "NaN", "true", "\"y\":[1]", "9007199254740993", "\u00e9", "\0", "\t",
			"1234567890123456789012345678901234567890123456789012345678901234" };

	private static final String[] CSV_PARTS = { "x\n1\n2.5\n-3e-7\n", "x\r\n0.1234567890123456789\r\n",
			"\u00ef\u00bb\u00bf\"x\"\n\"1\"\n\n", " x\t\n\t.5 \n5.", "x", "\"", "\n", "\r\n", "\r", ",", " ", "\t", "-",
			"+", ".", "e", "E9", "0", "7", "1e309", "1e400", "1e401", "NaN", "9007199254740993", "\u00e9", "\0", ";",
			"1234567890123456789012345678901234567890123456789012345678901234" };

	private final SplittableRandom random = new SplittableRandom(11);

	private final JsonFactory jackson = new JsonFactory();

	private int taken;

	@Test
	void jsonIsReadAsJacksonReadsIt() {
		fuzz(JSON_PARTS, (in, limit) -> JsonBatch.read(in, new Values(limit)), this::readByJackson);
	}

	@Test
	void csvIsReadAsLinesAreSplitAndMatched() {
		fuzz(CSV_PARTS, (in, limit) -> CsvBatch.read(in, new Values(limit)), BatchFuzzTests::readByLines);
	}

	private void fuzz(String[] parts, Reader reader, Reference reference) {
		assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
			for (int i = 0; i < BODIES; i++) {
				compare(mutated(parts), reader, reference);
			}
		});
		assertThat(this.taken).as("bodies that were taken").isBetween(BODIES / 50, BODIES * 9 / 10);
	}

	private void compare(byte[] body, Reader reader, Reference reference) throws IOException {
		double[] expected = reference.read(body);
		double[] actual;
		try {
			actual = reader.read(new SlowInputStream(body, this.random.nextInt(1, 50)), MAX_POINTS);
			this.taken++;
		}
		catch (MalformedBodyException ex) {
			assertPrintable(ex);
			actual = null;
		}
		catch (TooManyPointsException ex) {
			// what follows is not read
			return;
		}
		if (!Arrays.equals(actual, expected)) {
			assertThat(actual).as(new String(body, StandardCharsets.ISO_8859_1)).isEqualTo(expected);
		}
	}

	private static void assertPrintable(MalformedBodyException ex) {
		String message = String.valueOf(ex.getMessage());
		if (message.length() > 300 || !message.matches("line \\d+, column \\d+( \\(x\\[\\d+]\\))?: [ -~…±]+")) {
			assertThat(message).isEqualTo("a short and printable message");
		}
	}

	/** Returns one of the parts, its text changed here and there. */
	private byte[] mutated(String[] parts) {
		StringBuilder body = new StringBuilder(parts[this.random.nextInt(4)]);
		for (int changes = this.random.nextInt(4); changes > 0; changes--) {
			int from = this.random.nextInt(body.length() + 1);
			int to = Math.min(body.length(), from + this.random.nextInt(3));
			String part = switch (this.random.nextInt(4)) {
				case 0 -> "";
				case 1 -> String.valueOf((char) this.random.nextInt(256));
				default -> parts[this.random.nextInt(4, parts.length)];
			};
			body.replace(from, to, part);
		}
		return body.toString().getBytes(StandardCharsets.ISO_8859_1);
	}

	private double @Nullable [] readByJackson(byte[] body) {
		List<Double> values = new ArrayList<>();
		// a string, as from bytes this parser lets an 0xff pass in a name
		try (JsonParser parser = this.jackson.createParser(ObjectReadContext.empty(), decoded(body))) {
			boolean isX = parser.nextToken() == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.PROPERTY_NAME
					&& parser.currentName().equals("x") && parser.nextToken() == JsonToken.START_ARRAY;
			if (!isX) {
				return null;
			}
			while (parser.nextToken().isNumeric()) {
				values.add(value(parser.getString()));
			}
			boolean ends = parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() == JsonToken.END_OBJECT
					&& parser.nextToken() == null;
			return ends ? taken(values) : null;
		}
		catch (JacksonException | CharacterCodingException ex) {
			return null;
		}
	}

	private static String decoded(byte[] utf8) throws CharacterCodingException {
		return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
	}

	private static double @Nullable [] readByLines(byte[] body) {
		String text = new String(body, StandardCharsets.ISO_8859_1).replaceFirst("^\u00ef\u00bb\u00bf", "");
		String[] lines = text.replace("\r\n", "\n").replaceFirst("\n[ \t\n]*$", "").split("\n", -1);
		if (!lines[0].matches("[ \t]*(x|\"x\")[ \t]*")) {
			return null;
		}
		List<Double> values = new ArrayList<>();
		for (String line : Arrays.asList(lines).subList(1, lines.length)) {
			String number = line.replaceFirst("^[ \t]*(\"?)(" + NUMBER + ")\\1[ \t]*$", "$2");
			values.add(number.matches(NUMBER) && line.matches("[ \t]*\"?" + NUMBER + "\"?[ \t]*")
					&& line.contains("\"" + number + "\"") == line.contains("\"") ? value(number) : Double.NaN);
		}
		return taken(values);
	}

	/** Returns the value of a number within the limits, otherwise NaN. */
	private static double value(String number) {
		String exponent = number.replaceFirst("[^eE]*[eE]?[+-]?0*", "");
		boolean allowed = number.length() <= 64 && exponent.length() <= 3
				&& (exponent.isEmpty() || Integer.parseInt(exponent) <= 400);
		return allowed ? Double.parseDouble(number) : Double.NaN;
	}

	private static double @Nullable [] taken(List<Double> values) {
		boolean allFinite = values.stream().allMatch(Double::isFinite);
		return (allFinite && !values.isEmpty()) ? values.stream().mapToDouble(Double::doubleValue).toArray() : null;
	}

	@FunctionalInterface
	private interface Reader {

		double[] read(InputStream in, int maxPoints) throws IOException;

	}

	@FunctionalInterface
	private interface Reference {

		double @Nullable [] read(byte[] body) throws IOException;

	}

}
