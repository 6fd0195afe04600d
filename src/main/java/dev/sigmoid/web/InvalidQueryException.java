package dev.sigmoid.web;

import java.util.List;

import dev.sigmoid.web.Problem.Fault;

/**
 * The query cannot be understood.
 */
final class InvalidQueryException extends RuntimeException {

	private static final long serialVersionUID = 1;

	/** Enough to mend a request by; thousands would only repeat each other. */
	private static final int MOST_FAULTS = 10;

	private final transient List<Fault> faults;

	InvalidQueryException(List<Fault> faults) {
		super(faults.size() + " faults, the first: " + faults.getFirst().sentence());
		this.faults = List.copyOf(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
	}

	InvalidQueryException(String parameter, String detail) {
		this(List.of(Fault.ofParameter(parameter, detail)));
	}

	/** Returns the faults that were found, the first ten of them. */
	List<Fault> faults() {
		return this.faults;
	}

}
