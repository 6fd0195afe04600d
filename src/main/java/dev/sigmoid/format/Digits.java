package dev.sigmoid.format;

/** Stand-in. */
final class Digits {

	private Digits() {
	}

	static int write(double value, byte[] buffer, int offset) {
		byte[] text = TextBuffer.ascii(Double.toString(value));
		System.arraycopy(text, 0, buffer, offset, text.length);
		return offset + text.length;
	}

	static int writeDecimal(long unscaled, int scale, byte[] buffer, int offset) {
		return write(java.math.BigDecimal.valueOf(unscaled, scale).doubleValue(), buffer, offset);
	}

}
