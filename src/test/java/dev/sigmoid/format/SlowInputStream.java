package dev.sigmoid.format;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.SplittableRandom;

/** Bytes that arrive in pieces of random sizes, as from a network. */
final class SlowInputStream extends FilterInputStream {

	private final SplittableRandom random = new SplittableRandom(7);

	private final int greatestPiece;

	SlowInputStream(byte[] bytes, int greatestPiece) {
		super(new ByteArrayInputStream(bytes));
		this.greatestPiece = greatestPiece;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		return super.read(target, offset, Math.min(length, this.random.nextInt(1, this.greatestPiece + 1)));
	}

}
