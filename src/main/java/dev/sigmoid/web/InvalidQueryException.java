package dev.sigmoid.web;

import java.util.List;

import dev.sigmoid.web.Problem.Fault;

/**
 * The query cannot be understood.
 */
final class InvalidQueryException extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final transient List<Fault> faults;

	InvalidQueryException(List<Fault> faults) {
		super(faults.toString());
		this.faults = List.copyOf(faults);
	}

	InvalidQueryException(String parameter, String detail) {
		this(List.of(Fault.ofParameter(parameter, detail)));
	}

	/** Returns every fault that was found. */
	List<Fault> faults() {
		return this.faults;
	}

}
