package dev.sigmoid.web.observe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Requests counted by route and status. A counter is made when its first request comes,
 * and found by two look-ups ever after.
 */
final class RequestMeters {

	private static final List<String> ROUTES = List.of("/sigmoid", "/sigmoid/derivative", "/sigmoid/slope",
			"/sigmoid/plot", "/tanh", "/tanh/derivative", "/tanh/slope", "/tanh/plot");

	/** Pages, files, operations, and whatever does not exist. */
	private static final String OTHER = "other";

	private static final int STATUSES = 600;

	private final MeterRegistry registry;

	private final Map<@Nullable String, Route> routes = new HashMap<>();

	private final Route other = new Route(OTHER);

	RequestMeters(MeterRegistry registry) {
		this.registry = registry;
		ROUTES.forEach((route) -> this.routes.put(route, new Route(route)));
	}

	/**
	 * Counts a request.
	 * @param path its path, if it could be read
	 * @param status what it was answered
	 */
	void count(@Nullable String path, int status) {
		this.routes.getOrDefault(path, this.other).count((status < STATUSES) ? status : 0);
	}

	private static String outcome(int status) {
		return switch (status / 100) {
			case 1 -> "INFORMATIONAL";
			case 2 -> "SUCCESS";
			case 3 -> "REDIRECTION";
			case 4 -> "CLIENT_ERROR";
			case 5 -> "SERVER_ERROR";
			default -> "UNKNOWN";
		};
	}

	/** The counters of a route, by status. */
	private final class Route {

		private final String name;

		private final AtomicReferenceArray<@Nullable Counter> counters = new AtomicReferenceArray<>(STATUSES);

		Route(String name) {
			this.name = name;
		}

		void count(int status) {
			Counter counter = this.counters.get(status);
			if (counter == null) {
				counter = counter(status);
				this.counters.set(status, counter);
			}
			counter.increment();
		}

		/** Returns the counter, the same one when it is asked for again. */
		private Counter counter(int status) {
			return Counter.builder("sigmoid.requests")
				.description("Requests answered, by route, status and outcome")
				.tag("route", this.name)
				.tag("status", Integer.toString(status))
				.tag("outcome", outcome(status))
				.register(RequestMeters.this.registry);
		}

	}

}
