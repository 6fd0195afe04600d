package dev.sigmoid.faults;

import java.util.Map;

/**
 * What a client reads: the body of any length as its length and checksum.
 *
 * @param status the status code
 * @param headers the headers, their names in lower case
 * @param length how many bytes the body has, without chunk sizes
 * @param checksum the CRC-32C of the body
 * @param start the first bytes of the body, all of it if it is short
 */
record Answer(int status, Map<String, String> headers, long length, long checksum, String start) {

	boolean isProblem() {
		return "application/problem+json".equals(this.headers.get("content-type")) && this.start.startsWith("{\"type\"")
				&& this.start.contains("\"status\":" + this.status);
	}

	/** Returns whether the client is told to come again: overload, not a fault. */
	boolean isRefusal() {
		return this.status == 503 && isProblem() && this.headers.containsKey("retry-after");
	}

	boolean closes() {
		return "close".equalsIgnoreCase(this.headers.get("connection"));
	}

	/** Returns whether this has the same status and body as another answer. */
	boolean isSameAs(Answer other) {
		return this.status == other.status && this.length == other.length && this.checksum == other.checksum;
	}

	String summary() {
		return this.status + " with " + this.length + " bytes: "
				+ this.start.substring(0, Math.min(this.start.length(), 300));
	}

}
