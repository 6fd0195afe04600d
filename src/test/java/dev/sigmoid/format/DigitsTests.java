package dev.sigmoid.format;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;

import dev.sigmoid.service.Column;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The digits are those of {@link Double#toString(double)}, one by one and in blocks of
 * all sizes. The system property {@code digits.samples} sets how many random doubles
 * there are of each of three kinds; 34,000,000 make more than 10⁸.
 */
class DigitsTests {

	private static final int SAMPLES = Integer.getInteger("digits.samples", 3_500_000);

	private static final int CAPACITY = 512;

	private static final int OFFSET = 3;

	private static final byte UNTOUCHED = '#';

	private final byte[] buffer = new byte[OFFSET + Notation.ROOM + 1];

	private final DigitsBlock block = new DigitsBlock(Column.Y, new DigitsBlock.Scratch(CAPACITY));

	private final double[] values = new double[CAPACITY];

	private final byte[] texts = new byte[CAPACITY * (Notation.ROOM + 1)];

	private final byte[] textsOfBlock = new byte[CAPACITY * (Notation.ROOM + 1)];

	private int blockSize = 1;

	private int count;

	private int length;

	@ParameterizedTest
	@CsvSource({ "0, 0.0", "-0.0, -0.0", "1, 1.0", "-1, -1.0", "0.5, 0.5", "0.001, 0.001", "0.00099, 9.9E-4",
			"9999999, 9999999.0", "1e7, 1.0E7", "12345678, 1.2345678E7", "1e23, 1.0E23", "2e-323, 2.0E-323",
			"4.9e-324, 4.9E-324", "9.9e-324, 9.9E-324", "2.2250738585072014E-308, 2.2250738585072014E-308",
			"-1.7976931348623157e308, -1.7976931348623157E308", "9007199254740993, 9.007199254740992E15",
			"0.6224593312018546, 0.6224593312018546", "NaN, NaN", "-Infinity, -Infinity" })
	void writesWhatDoubleToStringWrites(double value, String text) {
		assertThat(written(value)).isEqualTo(text).isEqualTo(Double.toString(value));
	}

	@Test
	void powersOfTwoAndTheirNeighboursAreThoseOfTheJdk() {
		for (int exponent = Double.MIN_EXPONENT - 52; exponent <= Double.MAX_EXPONENT; exponent++) {
			long bits = Double.doubleToRawLongBits(Math.scalb(1.0, exponent));
			for (long ulps = -100; ulps <= 100; ulps++) {
				check(Double.longBitsToDouble(bits + ulps));
			}
		}
	}

	@Test
	void powersOfTenAndTheirNeighboursAreThoseOfTheJdk() {
		for (int exponent = -324; exponent <= 308; exponent++) {
			long bits = Double.doubleToRawLongBits(Double.parseDouble("1e" + exponent));
			for (long ulps = -100; ulps <= 100; ulps++) {
				check(Double.longBitsToDouble(Math.max(bits + ulps, 0)));
			}
		}
	}

	@Test
	void theSmallestAndTheGreatestSubnormalsAreThoseOfTheJdk() {
		long first = Double.doubleToRawLongBits(Double.MIN_NORMAL);
		for (long i = 0; i < 200_000; i++) {
			check(Double.longBitsToDouble(i));
			check(Double.longBitsToDouble(first - i));
		}
		for (int exponent = 0; exponent < 52; exponent++) {
			check(Double.longBitsToDouble(1L << exponent));
			check(Double.longBitsToDouble((1L << exponent) - 1));
			check(Double.longBitsToDouble((1L << exponent) + 1));
		}
	}

	@Test
	void integersAndHalvesThatLieBetweenDecimalsAreThoseOfTheJdk() {
		for (long i = 0; i < 100_000; i++) {
			check((double) i);
			check(i + 0.5);
			check(0x1p50 + i / 4.0);
			check(0x1p52 + i / 2.0);
			check(0x1p53 + 2 * i);
			check(0x1p54 + 4 * i);
			check(0x1p60 + 256 * i);
			check(i * 1e15);
			check(i * 1e22);
		}
	}

	@Test
	void doublesWhichTheProductLeavesUndecidedAreThoseOfTheJdk() {
		// the cold path on its own, wherever it is asked
		SplittableRandom random = new SplittableRandom(2);
		for (int i = 0; i < 300_000; i++) {
			double value = Math.abs(finite(random.nextLong()));
			BigDecimal shortest = BigDecimal.valueOf(ShortestDecimal.significand(value))
				.scaleByPowerOfTen(ShortestDecimal.exponent(value));
			assertThat(shortest).usingComparator(BigDecimal::compareTo).isEqualTo(new BigDecimal("" + value));
		}
	}

	@Test
	void randomBitPatternsAreThoseOfTheJdk() {
		checkRandom(3, DigitsTests::finite);
	}

	@Test
	void randomValuesOfTheSigmoidAreThoseOfTheJdk() {
		checkRandom(4, (bits) -> 1 / (1 + Math.exp((bits >> 11) * -0x1p-47)));
	}

	@Test
	void randomFractionsAreThoseOfTheJdk() {
		checkRandom(5, (bits) -> (bits >> 11) * 0x1p-52);
	}

	@Test
	void aDecimalReadsLikeTheNearestDouble() {
		SplittableRandom random = new SplittableRandom(6);
		for (int i = 0; i < 2_000_000; i++) {
			long unscaled = random.nextLong() % (long) Math.pow(10, random.nextInt(1, 16));
			int scale = ((i & 1) == 0) ? random.nextInt(-4, 20) : random.nextInt(-293, 307);
			checkDecimal(unscaled, scale);
		}
	}

	@Test
	void theDecimalsOfRangesReadLikeTheNearestDoubles() {
		for (int scale = 0; scale <= 12; scale++) {
			for (int i = -20_000; i <= 20_000; i++) {
				checkDecimal(i, scale);
				checkDecimal(i * 1_000L, scale);
				checkDecimal(i * 123_456_789L, scale);
			}
		}
		checkDecimal(999_999_999_999_999L, 0);
		checkDecimal(-999_999_999_999_999L, 322);
		checkDecimal(99_999_999L, 8);
		checkDecimal(100_000_000L, 8);
	}

	@Test
	void nothingIsWrittenOutsideTheRoomThatIsAsked() {
		for (double value : new double[] { -Double.MAX_VALUE, -Double.MIN_VALUE, -1.2345678901234567E-308, 0, -0.0,
				-0.0035667230727287305 }) {
			written(value);
			assertThat(this.buffer[OFFSET - 1]).isEqualTo(UNTOUCHED);
			assertThat(this.buffer[OFFSET + Notation.ROOM]).isEqualTo(UNTOUCHED);
		}
	}

	@Test
	void shortDecimalsAreThoseOfTheJdk() {
		for (int digits = 1; digits < 10_000; digits++) {
			for (int exponent = -30; exponent <= 30; exponent++) {
				check(Double.parseDouble(digits + "e" + exponent));
				check(-Double.parseDouble(digits + "e" + exponent));
			}
		}
	}

	@Test
	void allExponentsAndKindsInOneBlockAreThoseOfTheJdk() {
		SplittableRandom random = new SplittableRandom(7);
		for (int i = 0; i < 2_000_000; i++) {
			check(switch (random.nextInt(8)) {
				case 0 -> 1 / (1 + Math.exp(-random.nextDouble(-50, 50)));
				case 1 -> Math.scalb(random.nextDouble(1, 2), random.nextInt(-1074, 1024));
				case 2 -> Math.scalb(1.0, random.nextInt(-1074, 1024));
				case 3 -> random.nextInt(-1000, 1000);
				case 4 -> random.nextInt(-1_000_000, 1_000_000) / 1000.0;
				case 5 -> Double.longBitsToDouble(random.nextLong(1L << 52));
				case 6 -> (random.nextBoolean() ? 0.0 : -0.0) * random.nextInt(2);
				default -> Double.longBitsToDouble(random.nextLong());
			});
		}
	}

	/** Blocks of fractions of one sign and exponent have a loop of their own. */
	@Test
	void fractionsOfOneExponentAndAnotherAmongThemAreThoseOfTheJdk() {
		SplittableRandom random = new SplittableRandom(8);
		for (int block = 0; block < 20 * CAPACITY; block++) {
			int size = this.blockSize;
			double divisor = (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextInt(5));
			int other = random.nextInt(2 * size);
			for (int i = 0; i < size; i++) {
				double fraction = decided(random, divisor);
				check((i == other) ? other(random, fraction) : fraction);
			}
		}
	}

	@AfterEach
	void theLastBlockIsThatOfTheJdk() {
		checkBlock();
	}

	/** Returns a quotient of 1 to 10, with few digits or many, but no power of two. */
	private static double decided(SplittableRandom random, double divisor) {
		double power = Math.pow(10, random.nextInt(17));
		double value = Math.floor(random.nextDouble(1, 10) * power) / (power * divisor);
		return ((Double.doubleToRawLongBits(value) << 12) == 0) ? Math.nextUp(value) : value;
	}

	/**
	 * Returns a number of another sign or exponent or one that a block leaves undecided.
	 */
	private static double other(SplittableRandom random, double value) {
		return switch (random.nextInt(6)) {
			case 0 -> -value;
			case 1 -> 10 * value;
			case 2 -> value / 10;
			case 3 -> Math.scalb(1.0, Math.getExponent(value));
			case 4 -> 0;
			default -> Double.NaN;
		};
	}

	private void checkRandom(long seed, LongToDoubleFunction kind) {
		SplittableRandom random = new SplittableRandom(seed);
		for (int i = 0; i < SAMPLES; i++) {
			check(kind.applyAsDouble(random.nextLong()));
		}
	}

	/** Compares bytes and asserts only on a difference, for speed. */
	private void check(double value) {
		int end = Digits.write(value, this.buffer, OFFSET);
		compare(Double.toString(value), end, value);
		this.buffer[end++] = ',';
		System.arraycopy(this.buffer, OFFSET, this.texts, this.length, end - OFFSET);
		this.length += end - OFFSET;
		this.values[this.count++] = value;
		if (this.count == this.blockSize) {
			checkBlock();
		}
	}

	/** Compares the block of the last values and makes the next one longer by one. */
	private void checkBlock() {
		this.block.take(this.values, this.count);
		int end = ((this.blockSize & 1) == 0) ? this.block.writeAll(',', this.textsOfBlock, 0) : writeEach();
		if (!Arrays.equals(this.texts, 0, this.length, this.textsOfBlock, 0, end)) {
			assertThat(new String(this.textsOfBlock, 0, end, StandardCharsets.US_ASCII).split(","))
				.isEqualTo(new String(this.texts, 0, this.length, StandardCharsets.US_ASCII).split(","));
		}
		this.length = 0;
		this.count = 0;
		this.blockSize = this.blockSize % CAPACITY + 1;
	}

	private int writeEach() {
		int end = 0;
		for (int i = 0; i < this.count; i++) {
			end = this.block.writeNext(this.textsOfBlock, end);
			this.textsOfBlock[end++] = ',';
		}
		return end;
	}

	private void checkDecimal(long unscaled, int scale) {
		double nearest = BigDecimal.valueOf(unscaled, scale).doubleValue();
		if (nearest == 0 || (Math.abs(nearest) >= Double.MIN_NORMAL && Double.isFinite(nearest))) {
			int end = Digits.writeDecimal(unscaled, scale, this.buffer, OFFSET);
			compare(Double.toString(nearest), end, nearest);
		}
	}

	private void compare(String expected, int end, double value) {
		boolean same = end == OFFSET + expected.length();
		for (int i = 0; same && i < expected.length(); i++) {
			same = this.buffer[OFFSET + i] == expected.charAt(i);
		}
		if (!same) {
			assertThat(text(end)).as(Double.toHexString(value)).isEqualTo(expected);
		}
	}

	private String written(double value) {
		Arrays.fill(this.buffer, UNTOUCHED);
		return text(Digits.write(value, this.buffer, OFFSET));
	}

	private String text(int end) {
		return new String(this.buffer, OFFSET, end - OFFSET, StandardCharsets.US_ASCII);
	}

	/**
	 * Returns the double of these bits, or of others if they are no finite number but
	 * zero.
	 */
	private static double finite(long bits) {
		double value = Double.longBitsToDouble(bits);
		return (Double.isFinite(value) && value != 0) ? value : 1.5;
	}

}
