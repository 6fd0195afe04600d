package dev.sigmoid.web;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;

import dev.sigmoid.web.load.Pace;
import dev.sigmoid.web.load.Pace.Transfer;
import org.jspecify.annotations.Nullable;

/**
 * A response whose writer lets others have their turn: virtual threads are not preempted,
 * so that a large answer gives up its processor after each piece. A reader that is slower
 * than the slowest pace is cut off.
 */
final class FairOutputStream extends FilterOutputStream {

	private final Pace pace;

	private boolean large;

	private @Nullable Transfer transfer;

	FairOutputStream(OutputStream response, Pace pace) {
		super(response);
		this.pace = pace;
	}

	@Override
	@SuppressWarnings("ThreadPriorityCheck") // a hint is all that is meant
	public void write(byte[] bytes, int offset, int length) throws IOException {
		if (this.large) {
			Thread.yield();
			if (this.transfer == null) {
				this.transfer = this.pace.start();
			}
		}
		this.large = true;
		this.out.write(bytes, offset, length);
		if (this.transfer != null && !this.transfer.isInTime(length)) {
			throw new SocketTimeoutException("the answer is read too slowly");
		}
	}

}
