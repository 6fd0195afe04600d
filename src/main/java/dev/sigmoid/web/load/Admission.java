package dev.sigmoid.web.load;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.IntConsumer;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Lets in as many large answers and batches as the machine can bear, and refuses the
 * others before they cost anything. What a request was given it holds to its end, however
 * it ends. Small answers do not come here.
 */
public final class Admission {

	/** A batch in an array, and in its copy when it grows or is trimmed. */
	private static final long BYTES_A_VALUE = 2 * Double.BYTES;

	private static final String ADMITTED = Admission.class.getName();

	private final int large;

	private final Quota answers;

	private final Quota memory;

	/**
	 * Makes room.
	 * @param large how many points an answer has before it is large
	 * @param answers how many large answers may be under way at once
	 * @param memory how many bytes all batches may take
	 */
	Admission(int large, int answers, long memory) {
		this.large = large;
		this.answers = new Quota(answers);
		this.memory = new Quota(memory);
	}

	/**
	 * Makes room on this machine.
	 * @param large how many points an answer has before it is large
	 * @param answersPerCore how many large answers may be under way at once, a core
	 * @param maxPoints how many values a batch may have
	 */
	public static Admission onThisMachine(int large, int answersPerCore, int maxPoints) {
		return new Admission(large, answersPerCore * Runtime.getRuntime().availableProcessors(),
				Heap.ofThisMachine().batches(maxPoints * BYTES_A_VALUE));
	}

	/**
	 * Admits the answer of this thread's request; to be called before its first byte.
	 * @param points how many points it has, or pixels
	 * @throws OverloadedException if it is large, and too many are under way
	 */
	void admit(long points) {
		if (isLarge(points)) {
			admitLarge();
		}
	}

	/** Returns whether an answer of so many points, or pixels, is large. */
	private boolean isLarge(long points) {
		return points > this.large;
	}

	/**
	 * Admits the answer of this thread's request and writes it, a large one by
	 * {@link Preemption}.
	 * @param points how many points it has, or pixels
	 * @param out where it goes
	 * @param writing writes it
	 * @throws OverloadedException before it is written, if it is large, and too many are
	 * under way
	 * @throws IOException if the writing does
	 */
	public void write(long points, OutputStream out, Writing writing) throws IOException {
		if (isLarge(points)) {
			admitLarge();
			Preemption.write(out, writing);
		}
		else {
			writing.write(out);
		}
	}

	private void admitLarge() {
		RequestAttributes request = RequestContextHolder.currentRequestAttributes();
		if (request.getAttribute(ADMITTED, RequestAttributes.SCOPE_REQUEST) != null) {
			return;
		}
		if (!this.answers.take(1)) {
			throw new OverloadedException("%d large answers, of more than %d points or pixels, are under way:"
				.formatted(this.answers.taken(), this.large) + " try again after a moment, or ask for fewer at once");
		}
		request.setAttribute(ADMITTED, this, RequestAttributes.SCOPE_REQUEST);
		request.registerDestructionCallback(ADMITTED, () -> this.answers.giveBack(1), RequestAttributes.SCOPE_REQUEST);
	}

	/**
	 * Returns what the batch of this thread's request asks before it takes memory, with
	 * the number of values that it wants to have room for. It throws an
	 * {@link OverloadedException} if there is too little, or if the batch has become
	 * large and too many answers are under way.
	 */
	public IntConsumer batch() {
		Batch batch = new Batch();
		RequestContextHolder.currentRequestAttributes()
			.registerDestructionCallback(Batch.class.getName(), batch::end, RequestAttributes.SCOPE_REQUEST);
		return batch::grow;
	}

	/** Returns how many large answers are under way. */
	public long largeAnswers() {
		return this.answers.taken();
	}

	/** Returns how many answers were refused since too many were under way. */
	public long refusedAnswers() {
		return this.answers.refusals();
	}

	/** Returns how many bytes are kept for batches under way. */
	public long batchMemory() {
		return this.memory.taken();
	}

	/** Returns how many batches were refused since they had no memory. */
	public long refusedBatches() {
		return this.memory.refusals();
	}

	/** Writes an answer to a stream, in pieces. */
	@FunctionalInterface
	public interface Writing {

		void write(OutputStream out) throws IOException;

	}

	/** What one batch has been given. */
	private final class Batch {

		private long bytes;

		void grow(int capacity) {
			// an array doubles: it holds half as many, and may hold no more in the end
			admit(capacity / 2);
			long more = capacity * BYTES_A_VALUE - this.bytes;
			if (!Admission.this.memory.take(more)) {
				throw new OverloadedException(
						"too many batches are under way: try again after a moment, or send this one in parts");
			}
			this.bytes += more;
		}

		void end() {
			Admission.this.memory.giveBack(this.bytes);
			this.bytes = 0;
		}

	}

}
