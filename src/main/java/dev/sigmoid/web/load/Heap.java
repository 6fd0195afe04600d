package dev.sigmoid.web.load;

/**
 * What the heap is shared among, so that no number of clients can exhaust it: 32 MB for
 * the service itself, of the rest a half for connections and a quarter for batches.
 */
public final class Heap {

	private static final long SERVICE = 32L * 1024 * 1024;

	/**
	 * What a connection keeps of its requests and answers, and its stack; after a long
	 * query or a batch more than after a single value.
	 */
	private static final long BYTES_A_CONNECTION = 224L * 1024;

	private static final int FEWEST_CONNECTIONS = 50;

	private static final int SHARE_OF_CONNECTIONS = 2;

	private static final int SHARE_OF_BATCHES = 4;

	private final long rest;

	/**
	 * Shares out a heap.
	 * @param size how many bytes it may have
	 */
	Heap(long size) {
		this.rest = Math.max(size - SERVICE, 0);
	}

	/** Shares out the heap of this machine. */
	public static Heap ofThisMachine() {
		return new Heap(Runtime.getRuntime().maxMemory());
	}

	/** Returns how many connections there may be at once. */
	public int connections() {
		long connections = this.rest / SHARE_OF_CONNECTIONS / BYTES_A_CONNECTION;
		return Math.clamp(connections, FEWEST_CONNECTIONS, Integer.MAX_VALUE);
	}

	/**
	 * Returns how many bytes all batches together may take; at least what one takes.
	 * @param largest how many bytes the largest batch takes
	 */
	long batches(long largest) {
		return Math.max(this.rest / SHARE_OF_BATCHES, largest);
	}

}
