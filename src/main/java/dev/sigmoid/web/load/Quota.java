package dev.sigmoid.web.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Something there is only so much of, taken and given back by any number of threads.
 */
final class Quota {

	private final long size;

	private final AtomicLong taken = new AtomicLong();

	private final LongAdder refusals = new LongAdder();

	Quota(long size) {
		this.size = size;
	}

	/** Takes an amount, or counts a refusal and returns false if so much is not left. */
	boolean take(long amount) {
		long before = this.taken.get();
		while (before + amount <= this.size) {
			if (this.taken.compareAndSet(before, before + amount)) {
				return true;
			}
			before = this.taken.get();
		}
		this.refusals.increment();
		return false;
	}

	/** Gives back an amount that was taken. */
	void giveBack(long amount) {
		this.taken.addAndGet(-amount);
	}

	/** Returns how much is taken now. */
	long taken() {
		return this.taken.get();
	}

	/** Returns how often there was too little. */
	long refusals() {
		return this.refusals.sum();
	}

}
