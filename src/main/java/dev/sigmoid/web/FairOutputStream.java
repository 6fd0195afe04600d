package dev.sigmoid.web;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A response whose writer lets others have their turn: virtual threads are not preempted,
 * so that a large answer gives up its processor after each piece.
 */
final class FairOutputStream extends FilterOutputStream {

	private boolean large;

	FairOutputStream(OutputStream response) {
		super(response);
	}

	@Override
	@SuppressWarnings("ThreadPriorityCheck") // a hint is all that is meant
	public void write(byte[] bytes, int offset, int length) throws IOException {
		if (this.large) {
			Thread.yield();
		}
		this.large = true;
		this.out.write(bytes, offset, length);
	}

}
