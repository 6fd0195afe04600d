package dev.sigmoid.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import dev.sigmoid.grid.Decimals;
import dev.sigmoid.service.Block;

/**
 * Evenly spaced decimals as text: each is made from the one before by adding digit to
 * digit, as on a dial.
 *
 * <p>
 * <b>Method.</b> The eight digits behind the point are the bytes of one word, in the
 * order of a number's digits. Adding 246 to each byte of the increment lets a carry out
 * of a digit, from 10 on, be one out of its byte; where there was none, 246 goes again.
 * What stands before the point is written anew only when it changes.
 */
final class Odometer implements Numbers {

	/** The most digits behind the point. */
	private static final int MAX_SCALE = 8;

	/** The most before it: with a sign and the point, they fill a word. */
	private static final int MAX_DIGITS = 6;

	/** From 10⁻³ on, there is no exponent. */
	private static final int PLAIN_SCALE = 3;

	private static final VarHandle LITTLE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final VarHandle BIG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

	private static final long EACH = 0x0101_0101_0101_0101L;

	private static final long CARRIES = 0xf6f6_f6f6_f6f6_f6f6L; // 246 each

	private final Decimals decimals;

	private int size;

	private boolean turning;

	private long unscaled;

	private boolean negative;

	private long integer;

	private long step;

	/** The characters before the digits behind the point, first lowest. */
	private long before;

	/** The digits behind the point, first highest. */
	private long behind;

	private long added;

	Odometer(Decimals decimals) {
		this.decimals = decimals;
	}

	@Override
	public void take(Block block) {
		take(block.from(), block.size());
	}

	/** Takes so many rows, the first of which has this index. */
	void take(long from, int size) {
		this.size = size;
		this.unscaled = this.decimals.unscaled(from);
		long last = this.decimals.unscaled(from + size - 1);
		this.turning = isPlain(this.unscaled, last, this.decimals.scale());
		if (this.turning) {
			start();
		}
	}

	@Override
	public int writeNext(byte[] buffer, int offset) {
		if (!this.turning) {
			int end = Digits.writeDecimal(this.unscaled, this.decimals.scale(), buffer, offset);
			this.unscaled += this.decimals.increment();
			return end;
		}
		int end = write(this.before, length(this.before), this.behind, buffer, offset);
		long sum = this.behind + this.added;
		this.behind = digits(sum);
		long change = this.step + carry(sum);
		if (change != 0) {
			turn(change);
		}
		return end;
	}

	@Override
	public int writeAll(char separator, byte[] buffer, int offset) {
		return this.turning ? turnAll(separator, buffer, offset) : writeEach(separator, buffer, offset);
	}

	private int writeEach(char separator, byte[] buffer, int offset) {
		int end = offset;
		for (int i = 0; i < this.size; i++) {
			end = writeNext(buffer, end);
			buffer[end++] = (byte) separator;
		}
		return end;
	}

	/**
	 * Keeps in registers what, as fields, would be loaded for each number. The digits are
	 * not stored at the end: no row follows.
	 */
	private int turnAll(char separator, byte[] buffer, int offset) {
		long before = this.before;
		int length = length(before);
		long behind = this.behind;
		long added = this.added;
		long step = this.step;
		int end = offset;
		for (int i = 0; i < this.size; i++) {
			end = write(before, length, behind, buffer, end);
			buffer[end++] = (byte) separator;
			long sum = behind + added;
			behind = digits(sum);
			long change = step + carry(sum);
			if (change != 0) {
				before = turn(change);
				length = length(before);
			}
		}
		return end;
	}

	/** Tells whether all have the same sign, no exponents and not too many digits. */
	private static boolean isPlain(long first, long last, int scale) {
		if (scale > MAX_SCALE || (first ^ last) < 0) {
			return false;
		}
		long unit = Digits.tenTo(scale);
		long least = Math.min(Math.abs(first), Math.abs(last));
		long greatest = Math.max(Math.abs(first), Math.abs(last));
		return least * Digits.tenTo(PLAIN_SCALE) >= unit && greatest < unit * Digits.tenTo(MAX_DIGITS);
	}

	private void start() {
		long magnitude = Math.abs(this.unscaled);
		long unit = Digits.tenTo(this.decimals.scale());
		long toEight = Digits.tenTo(MAX_SCALE - this.decimals.scale());
		this.negative = this.unscaled < 0;
		long increment = this.negative ? -this.decimals.increment() : this.decimals.increment();
		this.integer = magnitude / unit;
		this.step = Math.floorDiv(increment, unit);
		this.before = before();
		this.behind = behind(magnitude % unit * toEight);
		this.added = behind(Math.floorMod(increment, unit) * toEight) + CARRIES;
	}

	private static int write(long before, int length, long behind, byte[] buffer, int offset) {
		LITTLE.set(buffer, offset, before);
		int end = offset + length;
		BIG.set(buffer, end, behind | Notation.ZEROS);
		// one digit at least, that in the top byte
		return end + 8 - (Long.numberOfTrailingZeros(behind | (1L << 56)) >>> 3);
	}

	/**
	 * Returns the digits of a sum: a byte without a carry is 246 at least, the upper four
	 * bits ones; 246 = 240 + 6.
	 */
	private static long digits(long sum) {
		return (sum & (0xf * EACH)) - ((sum >>> 4) & (6 * EACH));
	}

	/** Returns the carry out of the first digit of a sum. */
	private static long carry(long sum) {
		return ~sum >>> 63;
	}

	/** Changes the integer and returns the characters before the digits anew. */
	private long turn(long change) {
		this.integer += change;
		this.before = before();
		return this.before;
	}

	/** Returns the characters of the integer, with its sign and a point. */
	private long before() {
		long digits = Digits.digits(this.integer);
		// one digit at least, that in the top byte
		int leading = Long.numberOfTrailingZeros(digits | (1L << 56)) & -8;
		long text = ((digits | Notation.ZEROS) >>> leading) | ((long) '.' << (64 - leading));
		return this.negative ? (text << 8) | '-' : text;
	}

	/** Returns how many characters there are, the last not 0. */
	private static int length(long characters) {
		return 8 - (Long.numberOfLeadingZeros(characters) >>> 3);
	}

	/** Returns the digits of n &lt; 10⁸. */
	private static long behind(long n) {
		return Long.reverseBytes(Digits.digits(n));
	}

}
