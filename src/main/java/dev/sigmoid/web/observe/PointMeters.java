package dev.sigmoid.web.observe;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import dev.sigmoid.format.Format;
import dev.sigmoid.service.Function;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Points computed, counted by function and format.
 */
public final class PointMeters {

	private final Map<Function, Map<Format, Counter>> counters = new EnumMap<>(Function.class);

	PointMeters(MeterRegistry registry) {
		for (Function function : Function.values()) {
			Map<Format, Counter> byFormat = new EnumMap<>(Format.class);
			for (Format format : Format.values()) {
				byFormat.put(format, counter(registry, function, format));
			}
			this.counters.put(function, byFormat);
		}
	}

	private static Counter counter(MeterRegistry registry, Function function, Format format) {
		return Counter.builder("sigmoid.points")
			.description("Points in answers that were written whole, by function and format")
			.tag("function", function.name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.tag("format", format.parameter())
			.register(registry);
	}

	/** Counts the points of an answer. */
	public void count(Function function, Format format, long points) {
		counter(function, format).increment((double) points);
	}

	private Counter counter(Function function, Format format) {
		return Objects.requireNonNull(Objects.requireNonNull(this.counters.get(function)).get(format));
	}

}
