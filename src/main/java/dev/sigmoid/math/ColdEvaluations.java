package dev.sigmoid.math;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How often the cold path was taken, by all threads together. Each time costs a few
 * nanoseconds beside the cold path's own many.
 */
public final class ColdEvaluations {

	private static final VarHandle COUNT;

	@SuppressWarnings("unused") // by its handle
	private static volatile long count;

	static {
		try {
			COUNT = MethodHandles.lookup().findStaticVarHandle(ColdEvaluations.class, "count", long.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private ColdEvaluations() {
	}

	/** Counts one. */
	static void increment() {
		COUNT.getAndAdd(1L);
	}

	/** Returns how many there have been since the start. */
	public static long count() {
		return count;
	}

}
