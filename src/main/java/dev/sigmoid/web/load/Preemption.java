package dev.sigmoid.web.load;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Writes large answers on threads of the operating system, which shares processors out,
 * while the request's own, if it is virtual, waits: a virtual thread gives its processor
 * up only when it waits or yields, and one that yields may come before those that have
 * just arrived.
 *
 * <p>
 * Those threads compute by turns, as many at once as there are processors, a piece each,
 * so that a single value never has more than a few of them before it.
 */
public final class Preemption {

	/** As many as there are large answers under way, which are admitted, and guests. */
	private static final ExecutorService THREADS = Executors
		.newCachedThreadPool(Thread.ofPlatform().name("large-answer-", 0).daemon().factory());

	/** As many as large answers are admitted by default. */
	private static final Quota GUESTS = new Quota(4L * Runtime.getRuntime().availableProcessors());

	private static final Semaphore TURNS = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

	private Preemption() {
	}

	/**
	 * Runs a task, which may wait for a client, on such a thread, unless too many do.
	 * @param task what to run
	 * @return whether it is run
	 */
	public static boolean tryExecute(Runnable task) {
		if (!GUESTS.take(1)) {
			return false;
		}
		try {
			THREADS.execute(() -> {
				try {
					task.run();
				}
				finally {
					GUESTS.giveBack(1);
				}
			});
			return true;
		}
		catch (RuntimeException | Error ex) {
			GUESTS.giveBack(1);
			throw ex;
		}
	}

	/**
	 * Writes an answer and returns when it is written.
	 * @throws IOException if the writing does
	 */
	static void write(OutputStream out, Admission.Writing writing) throws IOException {
		if (Thread.currentThread().isVirtual()) {
			writeElsewhere(out, writing);
		}
		else {
			writeByTurns(out, writing);
		}
	}

	private static void writeByTurns(OutputStream out, Admission.Writing writing) throws IOException {
		TURNS.acquireUninterruptibly();
		try {
			writing.write(new ByTurns(out));
		}
		finally {
			TURNS.release();
		}
	}

	private static void writeElsewhere(OutputStream out, Admission.Writing writing) throws IOException {
		Future<?> done = THREADS.submit(() -> {
			writeByTurns(out, writing);
			return null;
		});
		try {
			done.get();
		}
		catch (ExecutionException ex) {
			rethrow(Objects.requireNonNull(ex.getCause()));
		}
		catch (InterruptedException ex) {
			done.cancel(true);
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("the service stops");
		}
	}

	private static void rethrow(Throwable cause) throws IOException {
		switch (cause) {
			case IOException known -> throw known;
			case RuntimeException known -> throw known;
			case Error known -> throw known;
			default -> throw new IllegalStateException(cause);
		}
	}

	/** Leaves the turn to another while a piece is sent, which may take long. */
	private static final class ByTurns extends FilterOutputStream {

		ByTurns(OutputStream out) {
			super(out);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			TURNS.release();
			try {
				this.out.write(bytes, offset, length);
			}
			finally {
				TURNS.acquireUninterruptibly();
			}
		}

	}

}
