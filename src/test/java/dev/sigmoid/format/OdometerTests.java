package dev.sigmoid.format;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

import dev.sigmoid.grid.Decimals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OdometerTests {

	private static final int ROWS = 512;

	private final byte[] buffer = new byte[ROWS * (Notation.ROOM + 1)];

	@ParameterizedTest
	@CsvSource({ "0, 1, 0", "1, 1, 0", "-1, 1, 0", "-700, 3, 2", "-600000, 12, 5", "600000, -12, 5", "1, 1, 8",
			"999900, 1, 0", "-999900, -1, 0", "99999999999990, 1, 8", "9999990, 1, 0", "100, 1, 5", "99, 1, 5",
			"-300, 1, 5", "5, 0, 1", "-5, 0, 1", "0, 0, 3", "999, 999, 3", "123456, 98765432, 4", "1, 1, 22",
			"-600000, 117, 5", "600000, -117, 5", "99500, 7, 4", "-10050, 7, 3", "-99500, -7, 4", "-300, 117, 2",
			"-123456789012345, 1000000001, 14", "1, 99999999, 8", "100000000, 199999999, 8" })
	void textIsThatOfTheNearestDoubles(long first, long increment, int scale) {
		check(new Decimals(first, increment, scale), 0, ROWS);
		check(new Decimals(first, increment, scale), 1000, 7);
	}

	@Test
	void textOfRandomDecimalsIsThatOfTheNearestDoubles() {
		SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < 20_000; i++) {
			long first = random.nextLong() >> random.nextInt(15, 64);
			long increment = random.nextLong() >> random.nextInt(25, 64);
			check(new Decimals(first, increment, random.nextInt(0, 12)), random.nextInt(100),
					random.nextInt(1, ROWS + 1));
		}
	}

	private void check(Decimals decimals, long from, int rows) {
		StringBuilder expected = new StringBuilder();
		for (int i = 0; i < rows; i++) {
			BigDecimal decimal = BigDecimal.valueOf(decimals.unscaled(from + i), decimals.scale());
			if (decimal.precision() > 15) {
				return; // no decimals of a range
			}
			expected.append(decimal.doubleValue()).append(';');
		}
		Odometer odometer = new Odometer(decimals);
		odometer.take(from, rows);
		compare(odometer.writeAll(';', this.buffer, 0), expected.toString(), decimals, from);
		odometer.take(from, rows);
		compare(writeEach(odometer, rows), expected.toString(), decimals, from);
	}

	private int writeEach(Odometer odometer, int rows) {
		int end = 0;
		for (int i = 0; i < rows; i++) {
			end = odometer.writeNext(this.buffer, end);
			this.buffer[end++] = ';';
		}
		return end;
	}

	private void compare(int end, String expected, Decimals decimals, long from) {
		String text = new String(this.buffer, 0, end, StandardCharsets.US_ASCII);
		if (!expected.equals(text)) {
			assertThat(text.split(";")).as("%s from %d", decimals, from).isEqualTo(expected.split(";"));
		}
	}

}
