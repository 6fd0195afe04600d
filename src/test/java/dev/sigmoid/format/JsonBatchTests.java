package dev.sigmoid.format;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.sigmoid.grid.TooManyPointsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JsonBatchTests {

	private static final int MAX_POINTS = 5;

	@ParameterizedTest
	@ValueSource(strings = { "{\"x\":[1,-0.5,2e3]}", " {\r\n\t\"x\" : [ 1 ,\n-0.5\t, 2e3 ] } \n",
			"{\"\\u0078\":[1,-0.5,2e3]}", "{\"x\":[1.0,-5E-1,20.00e+2]}" })
	void readsTheNumbersOfX(String body) throws IOException {
		assertThat(read(body)).containsExactly(1, -0.5, 2000);
	}

	@Test
	void zerosKeepTheirSignAndSubnormalsTheirBits() throws IOException {
		assertThat(read("{\"x\":[-0,0,4.9e-324,-1e-400]}")).containsExactly(-0.0, 0.0, Double.MIN_VALUE, -0.0);
	}

	/** A body, with ' for " and the line feed as \n; where it is wrong; and why. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			``                    | line 1, column 1          | the body is empty
			`  \\n `              | line 2, column 2          | the body is empty
			[1]                   | line 1, column 1          | the body is an array; send it in an object
			0.5                   | line 1, column 1          | the body is a number
			null                  | line 1, column 1          | the body is null
			'x'                   | line 1, column 1          | the body is a string
			\uFEFF{'x':[1]}       | line 1, column 1          | without a byte order mark
			{}                    | line 1, column 2          | no value at all
			{'x':[]}              | line 1, column 7          | no value at all
			{'x':[ \\n ]}         | line 2, column 2          | no value at all
			{x:[1]}               | line 1, column 2          | a member's name in double quotes must follow
			{'y':[1]}             | line 1, column 2          | unknown member "y"
			{'xx':[1]}            | line 1, column 2          | unknown member "xx"
			{'':[1]}              | line 1, column 2          | unknown member ""
			{'\\u0079':[1]}       | line 1, column 2          | unknown member "y"
			{'\\u00zz':[1]}       | line 1, column 2          | an escape that JSON does not have
			{'\\x':[1]}           | line 1, column 2          | an escape that JSON does not have
			{'x                   | line 1, column 2          | ends within a name
			{'x' [1]}             | line 1, column 6          | ':' must follow
			{'x':                 | line 1, column 6          | the body ends here; x must be an array
			{'x':1}               | line 1, column 6          | x must be an array
			{'x':null}            | line 1, column 6          | x must be an array
			{'x':{}}              | line 1, column 6          | x must be an array
			{'x':'1'}             | line 1, column 6          | x must be an array
			{'x':[1,2],'x':[3]}   | line 1, column 12         | "x" is given a second time
			{'x':[1],'\\u0078':1} | line 1, column 10         | "x" is given a second time
			{'x':[1],\\n'y':[3]}  | line 2, column 1          | unknown member "y"
			{'x':[1],}            | line 1, column 10         | a member's name in double quotes must follow
			{'x':[1]} {           | line 1, column 11         | more behind the object's '}'
			{'x':[1]}]            | line 1, column 10         | more behind the object's '}'
			{'x':[1]              | line 1, column 9          | the body ends here; '}' must follow
			{'x':[1               | line 1, column 8          | the body ends here; ',' or ']' must follow
			{'x':[1,              | line 1, column 9 (x[1])   | the body ends here; a number must follow
			{'x':[                | line 1, column 7 (x[0])   | the body ends here; a number must follow
			{'x':[1}              | line 1, column 8          | ',' or ']' must follow
			{'x':[1 2]}           | line 1, column 9          | ',' or ']' must follow a value, not a number
			{'x':[1,]}            | line 1, column 9 (x[1])   | a number is missing before ']'
			{'x':[,1]}            | line 1, column 7 (x[0])   | a number is missing before ','
			{'x':[1,\\n '2']}     | line 2, column 2 (x[1])   | a string is not taken
			{'x':[null]}          | line 1, column 7 (x[0])   | null is not taken
			{'x':[true]}          | line 1, column 7 (x[0])   | a boolean is not taken
			{'x':[1,[2]]}         | line 1, column 9 (x[1])   | an array is not taken
			{'x':[{}]}            | line 1, column 7 (x[0])   | an object is not taken
			{'x':[NaN]}           | line 1, column 7 (x[0])   | "NaN" is not finite
			{'x':[-Infinity]}     | line 1, column 7 (x[0])   | "-Infinity" is not finite
			{'x':[1e309]}         | line 1, column 7 (x[0])   | "1e309" is too great for a double
			{'x':[1e401]}         | line 1, column 7 (x[0])   | "1e401" has an exponent beyond ±400
			{'x':[1e-999999999]}  | line 1, column 7 (x[0])   | has an exponent beyond ±400
			{'x':[0x10]}          | line 1, column 7 (x[0])   | "0x10" is not a number
			{'x':[1.5f]}          | line 1, column 7 (x[0])   | "1.5f" is not a number
			{'x':[1_000]}         | line 1, column 7 (x[0])   | "1_000" is not a number
			{'x':[-]}             | line 1, column 7 (x[0])   | "-" is not a number
			{'x':[é]}             | line 1, column 7 (x[0])   | "\\u00e9" is not a number
			{'x':[01]}            | line 1, column 7 (x[0])   | "01" is not a JSON number
			{'x':[+1]}            | line 1, column 7 (x[0])   | "+1" is not a JSON number
			{'x':[.5]}            | line 1, column 7 (x[0])   | ".5" is not a JSON number
			{'x':[5.]}            | line 1, column 7 (x[0])   | "5." is not a JSON number
			""")
	void saysWhatIsWrongAndWhere(String body, String place, String reason) {
		String text = body.replace('\'', '"').replace("\\n", "\n");
		assertThatExceptionOfType(MalformedBodyException.class).isThrownBy(() -> read(text))
			.withMessageStartingWith(place + ": ")
			.withMessageContaining(reason)
			.satisfies((ex) -> assertThat(ex.place()).isEqualTo(place))
			.satisfies((ex) -> assertThat(ex.getMessage()).isEqualTo(ex.place() + ": " + ex.reason()));
	}

	@Test
	void aNumberHasAtMost64Characters() throws IOException {
		assertThat(read("{\"x\":[" + "1".repeat(64) + "]}")).containsExactly(Double.parseDouble("1".repeat(64)));
		assertThatExceptionOfType(MalformedBodyException.class)
			.isThrownBy(() -> read("{\"x\":[" + "1".repeat(65) + "]}"))
			.withMessageContaining("has more than 64 characters");
		assertThatExceptionOfType(MalformedBodyException.class)
			.isThrownBy(() -> read("{\"x\":[0." + "0".repeat(100_000) + "]}"))
			.withMessageContaining("has more than 64 characters");
	}

	@Test
	void whatTheClientWroteIsShownShortAndPrintable() {
		// neither UTF-8 nor printable
		byte[] body = ("{\"\u0080\u00ff\u007f" + "\u00e9".repeat(100_000) + "\":[1]}")
			.getBytes(StandardCharsets.ISO_8859_1);
		assertThatExceptionOfType(MalformedBodyException.class).isThrownBy(() -> read(body, MAX_POINTS))
			.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(300).matches("[ -~…]*"));
	}

	@Test
	void asManyValuesAsAllowedAreReadAndNotOneMore() throws IOException {
		assertThat(read("{\"x\":[1,2,3,4,5]}")).hasSize(MAX_POINTS);
		assertThatExceptionOfType(TooManyPointsException.class).isThrownBy(() -> read("{\"x\":[1,2,3,4,5,6"))
			.withMessageStartingWith("more than 5 points were asked for, an answer has at most 5");
	}

	@Test
	void numbersMayArriveInPiecesOfAnySize() throws IOException {
		double[] values = IntStream.range(0, 20_000)
			.mapToDouble((i) -> Math.sin(i) * Math.pow(10, i % 40 - 20))
			.toArray();
		byte[] body = Arrays.stream(values)
			.mapToObj(Double::toString)
			.collect(Collectors.joining(" ,\n", "{\"x\":[", "]}"))
			.getBytes(StandardCharsets.US_ASCII);
		for (int pieces : new int[] { 1, 2, 7, 100, 4096, 1_000_000 }) {
			assertThat(JsonBatch.read(new SlowInputStream(body, pieces), new Values(values.length)))
				.containsExactly(values);
		}
	}

	@Test
	void placesAreRightFarBehindTheFirstWindow() {
		String body = "{\"x\":[" + "1,\n".repeat(200_000) + "  oops]}";
		assertThatExceptionOfType(MalformedBodyException.class)
			.isThrownBy(() -> read(body.getBytes(StandardCharsets.US_ASCII), 1_000_000))
			.satisfies((ex) -> assertThat(ex.place()).isEqualTo("line 200001, column 3 (x[200000])"));
		String oneLine = "{\"x\":[" + "1,".repeat(200_000) + "oops]}";
		assertThatExceptionOfType(MalformedBodyException.class)
			.isThrownBy(() -> read(oneLine.getBytes(StandardCharsets.US_ASCII), 1_000_000))
			.satisfies((ex) -> assertThat(ex.place()).isEqualTo("line 1, column 400007 (x[200000])"));
	}

	@Test
	void whatTheStreamThrowsIsPassedOn() {
		IOException broken = new IOException("connection reset");
		InputStream in = new FilterInputStream(InputStream.nullInputStream()) {
			@Override
			public int read(byte[] target, int offset, int length) throws IOException {
				throw broken;
			}
		};
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> JsonBatch.read(in, new Values(MAX_POINTS)))
			.isSameAs(broken);
	}

	private static double[] read(String body) throws IOException {
		return read(body.getBytes(StandardCharsets.UTF_8), MAX_POINTS);
	}

	private static double[] read(byte[] body, int maxPoints) throws IOException {
		return JsonBatch.read(new ByteArrayInputStream(body), new Values(maxPoints));
	}

}
