package dev.sigmoid.grid;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DecimalNumberTests {

	@ParameterizedTest
	@ValueSource(strings = { "0", "-0", "+1", "1.", ".5", "-1.5e-3", "1E5", "1e+5", "4.9e-324", "1e-400", "0e400",
			"1.7976931348623157e308", "0000000000000000000000000000000000000000000000000000000000000001" })
	void numbersAreReadAsTheJdkReadsThem(String text) {
		assertThat(DecimalNumber.nearest("x", text)).isEqualTo(Double.parseDouble(text));
		assertThat(DecimalNumber.exact("x", text).doubleValue() + 0.0).isEqualTo(Double.parseDouble(text) + 0.0);
	}

	@Test
	void minusZeroKeepsItsSign() {
		assertThat(Double.doubleToRawLongBits(DecimalNumber.nearest("x", "-0"))).isEqualTo(Long.MIN_VALUE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", ".", "+", "-", "e5", "1e", "1e+", "1_000", "1,5", "1f", "1d", "1L", "0x10", "0x1p3",
			"NaN", "Infinity", "-Infinity", "inf", "1 000", " 1", "1 ", "--1", "١", "½", "1e5.5", "1..2" })
	void everythingElseIsRefused(String text) {
		assertThatExceptionOfType(InvalidGridException.class).isThrownBy(() -> DecimalNumber.nearest("x", text))
			.withMessageStartingWith("x must be a finite decimal number such as -0.5 or 1e-3, and is '");
		assertThatExceptionOfType(InvalidGridException.class).isThrownBy(() -> DecimalNumber.exact("x", text));
	}

	@Test
	void emptyTextIsRefused() {
		assertThatExceptionOfType(InvalidGridException.class).isThrownBy(() -> DecimalNumber.nearest("x", ""))
			.withMessage("x must hold a number, and is empty");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e309", "-1e309", "1e400", "1.7976931348623159e308" })
	void infiniteNumbersAreRefused(String text) {
		assertThatExceptionOfType(InvalidGridException.class).isThrownBy(() -> DecimalNumber.nearest("x", text))
			.withMessage("x must be finite: " + text + " is beyond the largest double, about 1.8e308");
		assertThatExceptionOfType(InvalidGridException.class).isThrownBy(() -> DecimalNumber.exact("x", text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e401", "1e-401", "1e999999999", "1e-99999999999999999999", "0e00000401" })
	void exponentsBeyondTheBoundAreRefused(String text) {
		assertThatExceptionOfType(InvalidGridException.class).isThrownBy(() -> DecimalNumber.exact("x", text))
			.withMessage("x must have an exponent from -400 to 400, and is " + text);
	}

	@Test
	void leadingZerosOfAnExponentDoNotCount() {
		assertThat(DecimalNumber.nearest("x", "1e-0000000000000000000000000003")).isEqualTo(1e-3);
	}

	@Test
	void longNumbersAreRefused() {
		assertThatExceptionOfType(InvalidGridException.class)
			.isThrownBy(() -> DecimalNumber.nearest("x", "1".repeat(65)))
			.withMessage("x must have at most 64 characters a number, and has 65");
	}

	@Test
	void spaceIsExplainedAsAnUnescapedPlus() {
		assertThatExceptionOfType(InvalidGridException.class).isThrownBy(() -> DecimalNumber.nearest("x", " 5"))
			.withMessageEndingWith("write a plus sign in a query as %2B, where + means a space");
	}

}
