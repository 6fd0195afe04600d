package dev.sigmoid.grid;

import java.math.BigDecimal;
import java.math.BigInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RangeTests {

	private static final long NO_LIMIT = Long.MAX_VALUE;

	@Test
	void stepLeavesOutTheStop() {
		assertThat(points(step("-1", "1", "0.5", false))).containsExactly(-1, -0.5, 0, 0.5);
	}

	@Test
	void stepTakesTheStopIfItIsAskedForAndAStepFallsOnIt() {
		assertThat(points(step("-1", "1", "0.5", true))).containsExactly(-1, -0.5, 0, 0.5, 1);
		assertThat(points(step("0", "1", "0.3", true))).containsExactly(0, 0.3, 0.6, 0.9);
	}

	@Test
	void stepsAreCountedExactlyWhereDoublesMiscount() {
		assertThat(points(step("1", "1.3", "0.1", false))).containsExactly(1, 1.1, 1.2);
	}

	@Test
	void eachPointIsTheDoubleThatItsDecimalReadsAs() {
		double[] points = points(step("-6", "6", "0.01", false));
		assertThat(points).hasSize(1200);
		for (int i = 0; i < points.length; i++) {
			assertThat(points[i]).isEqualTo(Double.parseDouble(BigDecimal.valueOf(i - 600, 2).toString()));
		}
	}

	@Test
	void negativeStepsGoDown() {
		assertThat(points(step("1", "0", "-0.25", false))).containsExactly(1, 0.75, 0.5, 0.25);
	}

	@Test
	void countTakesBothEnds() {
		assertThat(points(count("0", "1", 5, true))).containsExactly(0, 0.25, 0.5, 0.75, 1);
		assertThat(points(count("1", "-1", 3, true))).containsExactly(1, 0, -1);
	}

	@Test
	void countWithoutTheEndpointLeavesOutTheStop() {
		assertThat(points(count("0", "1", 4, false))).containsExactly(0, 0.25, 0.5, 0.75);
	}

	@Test
	void countInThirdsIsRoundedOnce() {
		assertThat(points(count("0", "1", 4, true))).containsExactly(0, 1 / 3.0, 2 / 3.0, 1);
		assertThat(points(count("0.1", "0.2", 4, true))).containsExactly(0.1, 4 / 30.0, 5 / 30.0, 0.2);
	}

	@Test
	void oneOfACountIsTheStart() {
		assertThat(points(count("2", "3", 1, true))).containsExactly(2);
	}

	@Test
	void countOfEqualEndsRepeatsThem() {
		assertThat(points(count("2", "2", 3, true))).containsExactly(2, 2, 2);
	}

	@Test
	void thirtyDigitStepsKeepEveryDigit() {
		double[] points = points(step("0", "1", "0.012345678901234567890123456789", false));
		assertThat(points).hasSize(82);
		assertThat(points[81]).isEqualTo(Double.parseDouble("0.999999990999999999000999999909"));
	}

	@Test
	void subnormalAndHugePointsAreExact() {
		assertThat(points(step("0", "2e-323", "5e-324", false))).containsExactly(0, 4.9e-324, 9.9e-324, 1.5e-323);
		assertThat(points(count("-1e308", "1e308", 3, true))).containsExactly(-1e308, 0, 1e308);
	}

	@Test
	void zeroIsPositiveFromWhicheverSideItIsReached() {
		assertThat(Double.doubleToRawLongBits(points(step("1", "-1", "-1", false))[1])).isZero();
		assertThat(Double.doubleToRawLongBits(points(step("-1e-30", "1e-29", "1e-30", false))[1])).isZero();
	}

	@Test
	void blocksFromTheMiddleEqualTheWhole() {
		Range range = count("-1", "2", 1000, true);
		double[] whole = points(range);
		double[] part = new double[100];
		range.fill(321, part, 100);
		assertThat(part).containsExactly(java.util.Arrays.copyOfRange(whole, 321, 421));
	}

	@Test
	void shortDecimalsAreHandedOn() {
		assertThat(step("-6", "6", "0.01", false).decimals()).isEqualTo(new Decimals(-600, 1, 2));
		assertThat(count("0", "1", 9, true).decimals()).isEqualTo(new Decimals(0, 125, 3));
	}

	@Test
	void longDecimalsAndThirdsAreNot() {
		assertThat(step("0", "1", "0.1234567890123456", false).decimals()).isNull();
		assertThat(count("0", "1", 4, true).decimals()).isNull();
	}

	@Test
	void stepOfZeroIsRefused() {
		assertThatExceptionOfType(InvalidGridException.class).isThrownBy(() -> step("0", "1", "0.0", false))
			.withMessage("step must not be 0");
	}

	@Test
	void stepThatLeadsAwayIsRefused() {
		assertThatExceptionOfType(InvalidGridException.class).isThrownBy(() -> step("0", "1", "-1", true))
			.withMessage("step must lead from start to stop: give step the other sign");
	}

	@Test
	void emptyRangeIsRefused() {
		assertThatExceptionOfType(InvalidGridException.class).isThrownBy(() -> step("1", "1", "1", false))
			.withMessageContaining("no point lies in the range");
		assertThatExceptionOfType(InvalidGridException.class).isThrownBy(() -> count("1", "1", 2, false))
			.withMessageContaining("no point lies in the range");
		assertThat(points(step("1", "1", "1", true))).containsExactly(1);
	}

	@Test
	void countBelowOneIsRefused() {
		assertThatExceptionOfType(InvalidGridException.class).isThrownBy(() -> count("0", "1", 0, true))
			.withMessage("count must be at least 1");
	}

	@ParameterizedTest
	@CsvSource({ "1e308, 1, about 1.0E+308", "1, 1e-400, about 1.0E+400", "1001, 1, 1001" })
	void tooManyPointsAreRefusedWithBothNumbers(String stop, String step, String asked) {
		assertThatExceptionOfType(TooManyPointsException.class)
			.isThrownBy(() -> Range.ofStep(BigDecimal.ZERO, new BigDecimal(stop), new BigDecimal(step), false, 1000))
			.withMessageStartingWith(asked + " points were asked for, an answer has at most 1000");
	}

	@Test
	void limitItselfIsAllowed() {
		assertThat(Range.ofStep(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE, false, 10).size()).isEqualTo(10);
		assertThatExceptionOfType(TooManyPointsException.class)
			.isThrownBy(() -> Range.ofStep(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE, true, 10))
			.withMessageStartingWith("11 points");
	}

	private static Range step(String start, String stop, String step, boolean endpoint) {
		return Range.ofStep(new BigDecimal(start), new BigDecimal(stop), new BigDecimal(step), endpoint, NO_LIMIT);
	}

	private static Range count(String start, String stop, long count, boolean endpoint) {
		return Range.ofCount(new BigDecimal(start), new BigDecimal(stop), BigInteger.valueOf(count), endpoint,
				NO_LIMIT);
	}

	private static double[] points(Range range) {
		double[] points = new double[(int) range.size()];
		range.fill(0, points, points.length);
		return points;
	}

}
