package dev.sigmoid.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

import dev.sigmoid.format.NumberReader.Grammar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every number is read as {@link Double#parseDouble} reads it, to the bit. */
class NumberReaderTests {

	private final NumberReader reader = new NumberReader(Grammar.PLAIN);

	private final SplittableRandom random = new SplittableRandom(1);

	@ParameterizedTest
	@ValueSource(strings = { "0", "-0", "-0.0e5", "0e400", "1", "-1.5", "9007199254740993", "9007199254740992.9999",
			"9007199254740993.0000000000000000000000000000000001", "18446744073709551615", "18446744073709551616",
			"0.500000000000000000", "5.000000000000000000e-01", "4.9e-324", "2.4703282292062328e-324",
			"2.4703282292062327e-324", "2.2250738585072011e-308", "2.2250738585072012e-308", "1.7976931348623157e308",
			"1.7976931348623158e308", "1e-400", "1e23", "8.442911973260991817129021e-309", "1e22", "1e-22", "1e308",
			"0.000000000000000000000000000000000000000000000000000000000001", "6.02214076e+23", "1E5",
			"1234567890123456789012345678901234567890123456789012345678901234" })
	void readsTheNearestDouble(String text) {
		check(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "+1", ".5", "5.", "007", "1.e3", "+.5E-3" })
	void thePlainGrammarTakesWhatJsonDoesNot(String text) {
		check(text);
		assertThat(read(text, Grammar.JSON)).isNaN();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-", "+", ".", "e5", "1e", "1e+", "-.e1", "NaN", "Infinity", "--1", "x", " 1", "1e401",
			"1e-401", "1e99999999999999999999", "0.00000000000000000000000000000000000000000000000000000000000000001" })
	void whatIsNoNumberByGrammarOrLimitsIsNone(String text) {
		assertThat(read(text, Grammar.PLAIN)).isNaN();
		assertThat(read(text, Grammar.JSON)).isNaN();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e309", "-1.7976931348623159e308", "1e400", "123456789012345678901234567890e300" })
	void whatIsTooGreatIsInfinite(String text) {
		assertThat(read(text, Grammar.JSON)).isInfinite().isEqualTo(Double.parseDouble(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1f", "1.5,", "0x10", "1e5.5", "1_000", "12345678:", "0.12345678\u00b2", "1-" })
	void endsBeforeTheFirstByteThatDoesNotBelongToIt(String text) {
		byte[] bytes = padded(text);
		double value = this.reader.read(bytes, 0);
		String read = new String(bytes, 0, this.reader.end(), StandardCharsets.ISO_8859_1);
		assertThat(text).startsWith(read);
		assertThat(value).isEqualTo(Double.parseDouble(read));
	}

	@Test
	void whatWasWrittenIsReadBack() {
		for (int i = 0; i < 1_000_000; i++) {
			double value = Double.longBitsToDouble(this.random.nextLong());
			if (Double.isFinite(value)) {
				check(Double.toString(value));
			}
			check(Double.toString(this.random.nextDouble(-40, 40)));
		}
	}

	@Test
	void randomDigitsAndExponentsGiveTheNearestDouble() {
		for (int i = 0; i < 1_000_000; i++) {
			String digits = digits(this.random.nextInt(1, 26));
			int point = this.random.nextInt(digits.length() + 1);
			String exponent = ((i & 1) == 0) ? "" : "e" + this.random.nextInt(-345, 310);
			check(digits.substring(0, point) + "." + digits.substring(point) + exponent);
		}
	}

	@Test
	void numbersAtHalfWayBetweenTwoDoublesAndNextToItGiveTheNearest() {
		for (int i = 0; i < 200_000; i++) {
			double value = Math.scalb(this.random.nextDouble(1, 2), this.random.nextInt(-60, 100));
			BigDecimal half = new BigDecimal(value).add(new BigDecimal(Math.ulp(value)).divide(BigDecimal.TWO));
			BigDecimal cut = half.round(new MathContext(this.random.nextInt(15, 54)));
			BigDecimal last = cut.ulp();
			for (BigDecimal decimal : new BigDecimal[] { half, cut, cut.add(last), cut.subtract(last) }) {
				String text = decimal.unscaledValue() + "e" + -decimal.scale();
				if (text.length() <= NumberReader.MAX_LENGTH) {
					check(text);
				}
			}
		}
	}

	private String digits(int count) {
		StringBuilder digits = new StringBuilder();
		for (int i = 0; i < count; i++) {
			digits.append((char) ('0' + this.random.nextInt(10)));
		}
		return digits.toString();
	}

	private void check(String text) {
		double value = read(text, Grammar.PLAIN);
		double expected = Double.parseDouble(text);
		if (Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits(expected)) {
			assertThat(Double.toHexString(value)).as(text).isEqualTo(Double.toHexString(expected));
		}
	}

	private static double read(String text, Grammar grammar) {
		return new NumberReader(grammar).read(padded(text), 0);
	}

	private static byte[] padded(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
		return Arrays.copyOf(bytes, bytes.length + NumberReader.PADDING);
	}

}
