package dev.sigmoid.web.load;

import java.time.Duration;

/**
 * The slowest pace at which a client may send or read: so long for nothing, and one
 * second more for so many bytes. Without it, a byte every few seconds would hold a thread
 * and its memory for as long as the client likes.
 *
 * @param patience how long a transfer may take whatever it brings
 * @param bytesPerSecond how many bytes give it a further second
 */
public record Pace(Duration patience, long bytesPerSecond) {

	/** Starts the clock of a transfer. */
	public Transfer start() {
		return new Transfer(this.patience.toNanos(), this.bytesPerSecond);
	}

	/** One transfer, which began when this was made. */
	public static final class Transfer {

		private final long start = System.nanoTime();

		private final long patience;

		private final double nanosPerByte;

		private long bytes;

		Transfer(long patience, long bytesPerSecond) {
			this.patience = patience;
			this.nanosPerByte = 1e9 / bytesPerSecond;
		}

		/** Counts bytes that were transferred, and returns whether that was in time. */
		public boolean isInTime(long more) {
			this.bytes += more;
			return System.nanoTime() - this.start <= this.patience + this.bytes * this.nanosPerByte;
		}

	}

}
