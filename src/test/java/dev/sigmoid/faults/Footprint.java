package dev.sigmoid.faults;

import java.util.Locale;

/**
 * What a process holds.
 *
 * @param resident memory in RAM, in bytes
 * @param heap reachable objects, right after a full collection, in bytes
 * @param threads threads of the operating system
 * @param virtualThreads reachable virtual threads, one a request under way
 * @param descriptors open files and sockets
 */
record Footprint(long resident, long heap, int threads, int virtualThreads, int descriptors) {

	private static final double MEGABYTE = 1024 * 1024;

	/**
	 * A few objects and threads come and go with the virtual machine's own work, and the
	 * server keeps some buffers of those that were there for the next ones.
	 */
	private static final double HEAP_TOLERANCE = 0.05;

	private static final int TOLERANCE = 4;

	/**
	 * Returns whether everything that was taken since has been given back. Memory in RAM
	 * is not asked: a virtual machine keeps what it had, for the next time.
	 * @param before what was held before
	 * @param held what was held meanwhile, of which all but a twentieth of the heap must
	 * be free again
	 */
	boolean isBackTo(Footprint before, Footprint held) {
		return this.heap - before.heap <= HEAP_TOLERANCE * held.heap && this.threads <= before.threads + TOLERANCE
				&& this.virtualThreads <= before.virtualThreads + TOLERANCE
				&& this.descriptors <= before.descriptors + TOLERANCE;
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT,
				"%.0f MB resident, %.1f MB of heap, %d threads, %d virtual threads, %d descriptors",
				this.resident / MEGABYTE, this.heap / MEGABYTE, this.threads, this.virtualThreads, this.descriptors);
	}

}
