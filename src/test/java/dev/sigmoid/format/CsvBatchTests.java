package dev.sigmoid.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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

class CsvBatchTests {

	private static final int MAX_POINTS = 5;

	@ParameterizedTest
	@ValueSource(strings = { "x\n1\n-0.5\n2e3", "x\n1\n-0.5\n2e3\n", "x\r\n1\r\n-0.5\r\n2e3\r\n", "x\r\n1\n-0.5\r\n2e3",
			"\"x\"\n\"1\"\n-0.5\n\"2e3\"\n", "\uFEFFx\r\n1\r\n-0.5\r\n2e3\r\n", "\uFEFF\"x\"\n+1\n-.5\n2000.\n",
			" x\t\n 1 \n\t\"-0.5\" \r\n2e3 ", "x\n1\n-0.5\n2e3\n\n\r\n \t\n" })
	void readsTheNumbersOfTheColumnX(String body) throws IOException {
		assertThat(read(body)).containsExactly(1, -0.5, 2000);
	}

	@Test
	void zerosKeepTheirSignAndSubnormalsTheirBits() throws IOException {
		assertThat(read("x\n-0\n4.9e-324\n-1e-400")).containsExactly(-0.0, Double.MIN_VALUE, -0.0);
	}

	/** A body, with line ends as \n and \r; where it is wrong; and why. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			``              | line 1, column 1        | the body is empty; the first line must be the header x
			\uFEFF          | line 1, column 1        | the body is empty; the first line must be the header x
			\\n1            | line 1, column 1        | the first line must be the header x, not ""
			1\\n2           | line 1, column 1        | the first line must be the header x, not "1"
			X\\n2           | line 1, column 1        | the first line must be the header x, not "X"
			xs\\n2          | line 1, column 2        | the first line must be the header x, not "xs"
			"x\\n2          | line 1, column 1        | the first line must be the header x
			x,y\\n1,2       | line 1, column 2        | several columns, "x,y"; only a column x is taken
			y;x\\n1;2       | line 1, column 1        | several columns, "y;x"; only a column x is taken
			"x","y"\\n1,2   | line 1, column 4        | several columns
			x               | line 1, column 2        | no value at all
			x\\n            | line 2, column 1        | no value at all
			x\\n\\n\\n      | line 4, column 1        | no value at all
			x\\n1,5         | line 2, column 1 (x[0]) | "1,5" is more than one column; only a column x is taken
			x\\n1\\n2;3     | line 3, column 1 (x[1]) | "2;3" is more than one column; only a column x is taken
			x\\n1,          | line 2, column 1 (x[0]) | "1," is more than one column; only a column x is taken
			x\\n\\n1        | line 2, column 1 (x[0]) | a blank line
			x\\n1\\n \\n\\n2 | line 3, column 2 (x[1]) | a blank line
			x\\n1\\r2       | line 2, column 2 (x[0]) | one number a line
			x\\n1 2         | line 2, column 3 (x[0]) | one number a line
			x\\n"1"2        | line 2, column 4 (x[0]) | one number a line
			x\\n"1          | line 2, column 1 (x[0]) | is not closed in this line
			x\\n"1\\n"      | line 2, column 1 (x[0]) | is not closed in this line
			x\\n" 1"        | line 2, column 1 (x[0]) | " 1" is not a number
			x\\n"1,5"       | line 2, column 1 (x[0]) | "1,5" is not a number
			x\\n""          | line 2, column 1 (x[0]) | "" is not a number
			x\\nNaN         | line 2, column 1 (x[0]) | "NaN" is not finite
			x\\n-inf        | line 2, column 1 (x[0]) | "-inf" is not finite
			x\\n1e309       | line 2, column 1 (x[0]) | "1e309" is too great for a double
			x\\n1e401       | line 2, column 1 (x[0]) | "1e401" has an exponent beyond ±400
			x\\n1\\n 0x10   | line 3, column 2 (x[1]) | "0x10" is not a number
			x\\r\\n1.5f\\r\\n | line 2, column 1 (x[0]) | "1.5f" is not a number
			x\\n.           | line 2, column 1 (x[0]) | "." is not a number
			""")
	void saysWhatIsWrongAndWhere(String body, String place, String reason) {
		String text = body.replace("\\n", "\n").replace("\\r", "\r");
		assertThatExceptionOfType(MalformedBodyException.class).isThrownBy(() -> read(text))
			.withMessageStartingWith(place + ": ")
			.withMessageContaining(reason)
			.satisfies((ex) -> assertThat(ex.place()).isEqualTo(place));
	}

	@Test
	void aNumberHasAtMost64Characters() throws IOException {
		assertThat(read("x\n\"" + "1".repeat(64) + "\"\n")).containsExactly(Double.parseDouble("1".repeat(64)));
		for (int length : new int[] { 65, 66, 67, 68, 69, 40_000 }) {
			assertThatExceptionOfType(MalformedBodyException.class).isThrownBy(() -> read("x\n" + "1".repeat(length)))
				.withMessageContaining("has more than 64 characters");
		}
	}

	@Test
	void asManyValuesAsAllowedAreReadAndNotOneMore() throws IOException {
		assertThat(read("x\n1\n2\n3\n4\n5\n")).hasSize(MAX_POINTS);
		assertThatExceptionOfType(TooManyPointsException.class).isThrownBy(() -> read("x\n1\n2\n3\n4\n5\n6"))
			.withMessageStartingWith("more than 5 points were asked for");
	}

	@Test
	void numbersMayArriveInPiecesOfAnySize() throws IOException {
		double[] values = IntStream.range(0, 20_000)
			.mapToDouble((i) -> Math.sin(i) * Math.pow(10, i % 40 - 20))
			.toArray();
		byte[] body = Arrays.stream(values)
			.mapToObj((value) -> "\t\"" + value + "\" ")
			.collect(Collectors.joining("\r\n", "\uFEFF\"x\"\r\n", ""))
			.getBytes(StandardCharsets.UTF_8);
		for (int pieces : new int[] { 1, 2, 7, 100, 4096, 1_000_000 }) {
			assertThat(CsvBatch.read(new SlowInputStream(body, pieces), new Values(values.length)))
				.containsExactly(values);
		}
	}

	@Test
	void spacesMayBeMoreThanAWindow() throws IOException {
		String spaces = " ".repeat(100_000);
		assertThat(read(spaces + "x" + spaces + "\n" + spaces + "1" + spaces + "\n")).containsExactly(1);
	}

	private static double[] read(String body) throws IOException {
		return CsvBatch.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), new Values(MAX_POINTS));
	}

}
