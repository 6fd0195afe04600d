package dev.sigmoid.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Puts 17 digits and a decimal exponent together as {@link Double#toString(double)} does:
 * plainly from 10⁻³ to 10⁷, otherwise with one digit before the point and an {@code E};
 * without trailing zeros, but with one digit behind the point at least.
 *
 * <p>
 * Every decimal is laid out by the same few overlapping stores of eight bytes, so that
 * numbers of all sizes can follow one another without a mispredicted branch. What
 * distinguishes them comes from tables:
 *
 * <pre>
 * -0.00ddddddddddddddddd   the zeros before, no point among the digits
 * -dddd.ddddddddddddd      no zeros, the point behind the fourth digit
 * -d.ddddddddddddddddE-45  no zeros, the point behind the first, a suffix
 * </pre>
 */
final class Notation {

	/**
	 * How many bytes from the offset on may be written, of which the text is at most the
	 * first 24.
	 */
	static final int ROOM = 30;

	/** Eight characters 0. */
	static final long ZEROS = 0x3030_3030_3030_3030L;

	/** What is added to an exponent to make it an index, at least 0. */
	static final int BIAS = 324;

	/** More than the exponents, so that masking an index proves that it is in range. */
	private static final int SIZE = 1024;

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final int MAX_EXPONENT = 308;

	/** The characters -0.00000, of which the first goes if there is no sign. */
	private static final long START = 0x3030_3030_302e_302dL;

	/**
	 * Where the digits start behind the place of the sign, and in the next byte 1 if
	 * there is a point among them.
	 */
	private static final int[] FIRST = new int[SIZE];

	/** How many digits there are at least. */
	private static final int[] LEAST = new int[SIZE];

	/** Which of the first eight digits stand before the point. */
	private static final long[] BEFORE = new long[SIZE];

	/** The point, in its place. */
	private static final long[] POINT = new long[SIZE];

	/** The texts such as E-324, first byte lowest, and in the top byte their length. */
	private static final long[] SUFFIX = new long[SIZE];

	static {
		for (int exponent = -BIAS; exponent <= MAX_EXPONENT; exponent++) {
			int index = exponent + BIAS;
			if (isBelowOne(exponent)) {
				FIRST[index] = 2 - exponent;
				BEFORE[index] = -1;
				continue;
			}
			boolean plain = exponent >= 0 && exponent < 7;
			int before = plain ? exponent + 1 : 1;
			FIRST[index] = 1 | (1 << 8);
			LEAST[index] = before + 1;
			BEFORE[index] = ~(-1L << (8 * before));
			POINT[index] = (long) '.' << (8 * before);
			SUFFIX[index] = plain ? 0 : suffix(exponent);
		}
	}

	private Notation() {
	}

	/**
	 * Returns what {@link #write} is to be told besides sixteen digits.
	 * @param negative 1 if the number has a sign, otherwise 0
	 * @param exponent the power of ten of the first digit, −324 to 308
	 * @param first the first digit, 0 to 9; 0 only if all are
	 * @return an integer other than 0
	 */
	static int form(int negative, int exponent, int first) {
		return ((1 - negative) << 31) | ((exponent + BIAS) << 8) | ('0' + first);
	}

	/**
	 * Writes a number into the {@link #ROOM} from an offset on.
	 * @param form its {@link #form}
	 * @param upper the characters of its second to ninth digit, first lowest
	 * @param lower those of the tenth to seventeenth
	 * @return the offset behind the text
	 */
	static int write(int form, long upper, long lower, byte[] buffer, int offset) {
		LONG.set(buffer, offset, START >>> ((form >>> 28) & 8));
		int index = (form >>> 8) & (SIZE - 1);
		int start = offset - (form >>> 31) + (FIRST[index] & 0xff);
		int end = start + (FIRST[index] >> 8);
		LONG.set(buffer, end + 1, upper);
		// the digits before the point stay, those behind it make room for it
		long head = (upper << 8) | (form & 0xff);
		long before = BEFORE[index];
		LONG.set(buffer, start, (head & before) | POINT[index] | ((head & ~before) << 8));
		LONG.set(buffer, end + 9, lower);
		end += Math.max(significant(upper, lower), LEAST[index]);
		long suffix = SUFFIX[index];
		LONG.set(buffer, end, suffix);
		return end + (int) (suffix >>> 56);
	}

	/**
	 * Tells whether all digits of a number stand behind the point: it is from 10⁻³ to 1.
	 * @param form its {@link #form}, or 0, which is none
	 */
	static boolean isFraction(int form) {
		return isBelowOne(((form >>> 8) & (SIZE - 1)) - BIAS);
	}

	/**
	 * Writes {@link #isFraction fractions} of one sign and exponent, a separator behind
	 * each: what they start with stays the same, and nothing follows their digits.
	 * @param form their forms, which differ in the first digit alone
	 * @param upper the characters of their second to ninth digits, as for {@link #write}
	 * @param lower those of the tenth to seventeenth
	 * @param n how many, at least 1
	 * @param buffer with {@link #ROOM} and a byte more for each
	 * @return the offset behind the last separator
	 */
	static int writeFractions(int[] form, long[] upper, long[] lower, int n, char separator, byte[] buffer,
			int offset) {
		int length = FIRST[(form[0] >>> 8) & (SIZE - 1)] - (form[0] >>> 31);
		long start = (START >>> ((form[0] >>> 28) & 8)) & ~(-1L << (8 * length));
		int end = offset;
		for (int i = 0; i < n; i++) {
			LONG.set(buffer, end, start | ((form[i] & 0xffL) << (8 * length)));
			end += length;
			LONG.set(buffer, end + 1, upper[i]);
			LONG.set(buffer, end + 9, lower[i]);
			end += significant(upper[i], lower[i]);
			buffer[end++] = (byte) separator;
		}
		return end;
	}

	private static boolean isBelowOne(int exponent) {
		return exponent < 0 && exponent >= -3;
	}

	/** Returns how many digits there are up to the last that is not 0, at least 1. */
	private static int significant(long upper, long lower) {
		return (lower == ZEROS) ? 9 - (Long.numberOfLeadingZeros(upper ^ ZEROS) >>> 3)
				: 17 - (Long.numberOfLeadingZeros(lower ^ ZEROS) >>> 3);
	}

	private static long suffix(int exponent) {
		String text = "E".concat(Integer.toString(exponent));
		long suffix = (long) text.length() << 56;
		for (int i = 0; i < text.length(); i++) {
			suffix |= (long) text.charAt(i) << (8 * i);
		}
		return suffix;
	}

}
