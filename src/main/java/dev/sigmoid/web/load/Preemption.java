package dev.sigmoid.web.load;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does what keeps a processor busy for long on a thread of the operating system, which
 * shares processors out, while the request's own waits. A virtual thread gives its
 * processor up only when it waits or yields, and one that yields may come before those
 * that have just arrived.
 */
public final class Preemption {

	/** As many threads as there are large answers under way, which are admitted. */
	private static final ExecutorService THREADS = Executors
		.newCachedThreadPool(Thread.ofPlatform().name("large-answer-", 0).daemon().factory());

	private Preemption() {
	}

	/**
	 * Does a work and returns when it is done.
	 * @throws IOException if the work does
	 */
	public static void run(Work work) throws IOException {
		Future<?> done = THREADS.submit(() -> {
			work.run();
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

	/** Writes an answer. */
	@FunctionalInterface
	public interface Work {

		void run() throws IOException;

	}

}
