package dev.sigmoid.format;

import java.io.ByteArrayInputStream;
import java.util.SplittableRandom;

/** Bytes that arrive in pieces of random sizes, as from a network. */
final class SlowInputStream extends ByteArrayInputStream {

	private final SplittableRandom random = new SplittableRandom(7);

	private final int greatestPiece;

	SlowInputStream(byte[] bytes, int greatestPiece) {
		super(bytes);
		this.greatestPiece = greatestPiece;
	}

	@Override
	public synchronized int read(byte[] target, int offset, int length) {
		return super.read(target, offset, Math.min(length, this.random.nextInt(1, this.greatestPiece + 1)));
	}

}
