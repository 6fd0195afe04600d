package dev.sigmoid.format;

import dev.sigmoid.service.Block;
import dev.sigmoid.service.Column;

/**
 * The digits of many doubles at once: {@link Digits} as a row of small loops over a few
 * hundred values, most of which the compiler turns into vector instructions. Made once
 * for an answer and filled again and again, by one thread.
 *
 * <p>
 * <b>Method.</b> That of {@link Digits}, with numbers a vector can have: the power of ten
 * is a sum of two doubles, and an {@code fma} makes the product exact; integers are
 * doubles below 2⁵⁴; and conditions are the numbers 0 and −1, to which {@link Math#floor}
 * takes what is known to lie between −1 and 1. Doubles that this doesn't decide (zeros,
 * subnormals, powers of two, whatever is not finite, those that lie within 2⁻³⁰ units of
 * a boundary) are given to {@link Digits} one by one.
 */
final class DigitsBlock implements Numbers {

	/**
	 * For each exponent field of a double, in four elements: the power of ten that takes
	 * such doubles to their units, what that power is less than the true one, and half an
	 * ulp in these units. All are 0, which decides nothing, for the subnormals and where
	 * the power is not finite.
	 */
	private static final double[] POWERS = powers();

	private final Column column;

	private final Scratch scratch;

	private final int[] form;

	private final long[] upper;

	private final long[] lower;

	private double[] values = {};

	private int size;

	private int next;

	/**
	 * Creates a block of the scratch's capacity.
	 * @param column whose numbers it takes
	 * @param scratch may be shared by blocks that one thread fills
	 */
	DigitsBlock(Column column, Scratch scratch) {
		this.column = column;
		this.scratch = scratch;
		this.form = new int[scratch.length];
		this.upper = new long[scratch.length];
		this.lower = new long[scratch.length];
	}

	@Override
	public void take(Block block) {
		take(block.column(this.column), block.size());
	}

	/** Takes so many values, which stay until the last is written. */
	void take(double[] values, int count) {
		this.values = values;
		this.size = count;
		this.next = 0;
		Scratch s = this.scratch;
		powers(values, s.a, s.b, s.c, this.form, count);
		products(values, s.a, s.b, count);
		decisions(s.a, s.b, s.c, s.decided, count);
		normalize(s.a, s.b, s.c, count);
		halves(s.a, s.b, s.c, s.first, count);
		quarters(s.a, s.second, s.sixth, count);
		quarters(s.b, s.tenth, s.fourteenth, count);
		characters(s.second, s.sixth, this.upper, count);
		characters(s.tenth, s.fourteenth, this.lower, count);
		forms(this.form, s.first, s.decided, count);
	}

	@Override
	public int writeNext(byte[] buffer, int offset) {
		int i = this.next++;
		return write(this.form[i], this.upper[i], this.lower[i], this.values[i], buffer, offset);
	}

	@Override
	public int writeAll(char separator, byte[] buffer, int offset) {
		if (Notation.isFraction(this.form[0]) && areAlike(this.form, this.size)) {
			return Notation.writeFractions(this.form, this.upper, this.lower, this.size, separator, buffer, offset);
		}
		return writeAll(this.form, this.upper, this.lower, this.values, this.size, separator, buffer, offset);
	}

	/** Tells whether all are of one sign and exponent, as most blocks of a range are. */
	private static boolean areAlike(int[] form, int n) {
		int alike = 1;
		while (alike < n && (form[alike] ^ form[0]) >>> 8 == 0) {
			alike++;
		}
		return alike == n;
	}

	private static int write(int form, long upper, long lower, double value, byte[] buffer, int offset) {
		return (form == 0) ? Digits.write(value, buffer, offset) : Notation.write(form, upper, lower, buffer, offset);
	}

	private static int writeAll(int[] form, long[] upper, long[] lower, double[] values, int n, char separator,
			byte[] buffer, int offset) {
		int end = offset;
		for (int i = 0; i < n; i++) {
			end = write(form[i], upper[i], lower[i], values[i], buffer, end);
			buffer[end++] = (byte) separator;
		}
		return end;
	}

	private static double[] powers() {
		double[] table = new double[4 << 11];
		for (int exponent = 1; exponent < 0x7ff; exponent++) {
			int q = exponent - 1075;
			int k = PowersOfTen.floorLog10OfPowerOfTwo(q) + 1;
			int scale = PowersOfTen.floorLog2(-k) - 127;
			long high = PowersOfTen.high(-k);
			double power = Math.scalb((double) (high >>> 11), scale + 75);
			if (Double.isFinite(power)) {
				long rest = (high << 53) | (PowersOfTen.low(-k) >>> 11);
				table[4 * exponent] = power;
				table[4 * exponent + 1] = Math.scalb((rest >>> 1) * 2.0, scale + 11);
				table[4 * exponent + 2] = Math.scalb(power, q - 1);
			}
		}
		return table;
	}

	/** Returns the power of ten for an exponent field, or 0 if there is none. */
	static double power(int field) {
		return POWERS[4 * field];
	}

	/** Returns what that power is less than the true one. */
	static double powerLow(int field) {
		return POWERS[4 * field + 1];
	}

	/** Returns half an ulp in units. */
	static double halfUlp(int field) {
		return POWERS[4 * field + 2];
	}

	/** Writes 10⁻ᵏ, its round-off and half an ulp; the sign and the exponent field. */
	private static void powers(double[] v, double[] power, double[] powerLow, double[] halfUlp, int[] field, int n) {
		for (int i = 0; i < n; i++) {
			long bits = Double.doubleToRawLongBits(v[i]);
			boolean isPowerOfTwo = (bits << 12) == 0;
			int index = isPowerOfTwo ? 0 : (int) (bits >>> 50) & 0x1ffc;
			power[i] = POWERS[index];
			powerLow[i] = POWERS[index + 1];
			halfUlp[i] = POWERS[index + 2];
			field[i] = (int) (bits >>> 52);
		}
	}

	/**
	 * Turns the powers into the integers next to |v|·10⁻ᵏ, at most 2⁵³, and how far it
	 * lies above them, −½ to ½, with an error below 2⁻⁴⁹: that of the power makes less
	 * than 2⁻⁵⁰ of it; the inner fma is exact; the outer one and the sum behind it are
	 * less than 4, each off by 2⁻⁵² at most.
	 */
	private static void products(double[] v, double[] power, double[] powerLow, int n) {
		for (int i = 0; i < n; i++) {
			double magnitude = Math.abs(v[i]);
			double product = magnitude * power[i];
			double low = Math.fma(magnitude, powerLow[i], Math.fma(magnitude, power[i], -product));
			double integer = Math.rint(product);
			double rest = (product - integer) + low;
			double carry = Math.rint(rest);
			power[i] = integer + carry;
			powerLow[i] = rest - carry;
		}
	}

	/**
	 * Turns the integer and the rest into those that count: if the integer is not within
	 * half an ulp, the integer below and the next digit, 1 to 9, otherwise 0. Where one
	 * of the two comparisons is closer than 2⁻³⁰, {@code decided} is 0.
	 */
	private static void decisions(double[] integer, double[] rest, double[] halfUlp, int[] decided, int n) {
		for (int i = 0; i < n; i++) {
			double slack = halfUlp[i] - Math.abs(rest[i]);
			double tenths = 10 * rest[i];
			double digit = Math.rint(tenths);
			double tie = 0.5 - Math.abs(tenths - digit);
			decided[i] = (int) (0x1p31 * (slack * tie)); // neither is above ½
			double isLong = Math.floor(slack);
			double isBelow = Math.floor(rest[i]);
			integer[i] -= isLong * isBelow;
			rest[i] = isLong * (10 * isBelow - digit);
		}
	}

	/**
	 * Gives integers below 10¹⁵ the digit behind them, so that all have 16: those with 17
	 * digits in all have it left. Writes −1 where it did, 0 elsewhere.
	 */
	private static void normalize(double[] integer, double[] digit, double[] isSmall, int n) {
		for (int i = 0; i < n; i++) {
			double small = Math.floor(0x1p-60 * (integer[i] - 1e15));
			double gain = 1 - 9 * small;
			integer[i] *= gain; // below 10¹⁶ and even, or below 2⁵³: exact
			digit[i] *= gain;
			isSmall[i] = small;
		}
	}

	/**
	 * Cuts 17 digits, ten times the integer and what is behind it, in one (to which 256
	 * times isSmall goes), eight and eight.
	 */
	private static void halves(double[] integer, double[] behind, double[] isSmall, int[] first, int n) {
		for (int i = 0; i < n; i++) {
			double front = overTen8(integer[i]);
			double back = integer[i] - 1e8 * front;
			double one = overTen7(front);
			double nine = overTen7(back);
			integer[i] = 10 * (front - 1e7 * one) + nine;
			behind[i] = 10 * (back - 1e7 * nine) + behind[i];
			first[i] = (int) (256 * isSmall[i] + one);
		}
	}

	/** Cuts eight digits in two times four. */
	private static void quarters(double[] eight, int[] front, int[] back, int n) {
		for (int i = 0; i < n; i++) {
			double high = overTen4(eight[i]);
			front[i] = (int) high;
			back[i] = (int) (eight[i] - 1e4 * high);
		}
	}

	/** Writes two times four digits as characters, the first lowest. */
	private static void characters(int[] front, int[] back, long[] eight, int n) {
		pairs(front, n);
		pairs(back, n);
		singles(front, n);
		singles(back, n);
		for (int i = 0; i < n; i++) {
			eight[i] = ((long) back[i] << 32) | front[i];
		}
	}

	/** Cuts four digits in two halves, each in 16 bits, the first lower. */
	private static void pairs(int[] four, int n) {
		for (int i = 0; i < n; i++) {
			int hundreds = (four[i] * 5_243) >>> 19;
			four[i] = (four[i] << 16) - hundreds * ((100 << 16) - 1);
		}
	}

	/** Cuts both halves in digits, each in 8 bits, and makes them characters. */
	private static void singles(int[] pairs, int n) {
		for (int i = 0; i < n; i++) {
			int tens = ((pairs[i] * 103) >>> 10) & 0x000f_000f;
			pairs[i] = ((pairs[i] << 8) - tens * ((10 << 8) - 1)) | (int) Notation.ZEROS;
		}
	}

	/**
	 * Returns ⌊n/10⁸⌋ for an integer up to 2⁵³ or a multiple of 10 up to 10¹⁶. The factor
	 * is above 10⁻⁸ by 2.1·10⁻¹⁷ of itself, so no multiple of 10⁸ sinks below its
	 * quotient; nor does the number before one rise to it: up to 2⁵³ it lies 10⁻⁸ below
	 * the quotient, the factor makes it 0.2·10⁻⁸ more and rounding below 2²⁷ at most 2⁻²⁷
	 * &lt; 0.75·10⁻⁸; beyond, it lies 10⁻⁷ below.
	 */
	static double overTen8(double n) {
		return Math.floor(1e-8 * n);
	}

	/**
	 * Returns ⌊n/10⁷⌋ for an integer below 10⁸. The factor is below 10⁻⁷ by 4.5·10⁻¹⁷ of
	 * itself, less than 2⁻⁵⁴, so that the product of a multiple rounds to its quotient.
	 */
	static double overTen7(double n) {
		return Math.floor(1e-7 * n);
	}

	/** Returns ⌊n/10⁴⌋ for an integer below 10⁸; the factor is above 10⁻⁴. */
	static double overTen4(double n) {
		return Math.floor(1e-4 * n);
	}

	/** Turns sign and exponent field into {@link Notation#form}, or 0 if undecided. */
	private static void forms(int[] field, int[] first, int[] decided, int n) {
		for (int i = 0; i < n; i++) {
			int k = PowersOfTen.floorLog10OfPowerOfTwo((field[i] & 0x7ff) - 1075) + 1;
			int form = ((k + 15 + Notation.BIAS) << 8) + '0' + first[i];
			int isDecided = (decided[i] | -decided[i]) >> 31;
			field[i] = (form | ((~field[i] & 0x800) << 20)) & isDecided;
		}
	}

	/** What is only needed while a block is filled. */
	static final class Scratch {

		/**
		 * What the arrays are longer than a block, so that no two of them lie a multiple
		 * of 4096 bytes apart: a load whose address agrees with a store's in the low
		 * twelve bits waits for it.
		 */
		private static final int STAGGER = 24;

		private final int length;

		private final double[] a;

		private final double[] b;

		private final double[] c;

		private final int[] decided;

		private final int[] first;

		private final int[] second;

		private final int[] sixth;

		private final int[] tenth;

		private final int[] fourteenth;

		/** Creates the scratch for blocks of up to so many values. */
		Scratch(int capacity) {
			this.length = capacity + STAGGER;
			this.a = new double[this.length];
			this.b = new double[this.length];
			this.c = new double[this.length];
			this.decided = new int[this.length];
			this.first = new int[this.length];
			this.second = new int[this.length];
			this.sixth = new int[this.length];
			this.tenth = new int[this.length];
			this.fourteenth = new int[this.length];
		}

	}

}
