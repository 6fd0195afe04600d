package dev.sigmoid.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import dev.sigmoid.format.Format;
import dev.sigmoid.plot.PlotFormat;

import org.springframework.http.MediaType;

/**
 * The values of the parameter {@code format}, for tables and for plots, and the media
 * types that they stand for.
 */
final class FormatNames {

	/** All of them, in the order in which errors list them. */
	static final Map<String, MediaType> MEDIA_TYPES = mediaTypes();

	private FormatNames() {
	}

	private static Map<String, MediaType> mediaTypes() {
		Map<String, MediaType> types = new LinkedHashMap<>();
		for (Format format : Format.values()) {
			types.put(format.parameter(), MediaType.parseMediaType(format.mediaType()));
		}
		for (PlotFormat format : PlotFormat.values()) {
			types.put(format.parameter(), MediaType.parseMediaType(format.mediaType()));
		}
		return types;
	}

	/** Returns the names of those that a resource has, separated by commas. */
	static String of(Collection<MediaType> available) {
		return MEDIA_TYPES.entrySet()
			.stream()
			.filter((each) -> available.contains(each.getValue()))
			.map(Map.Entry::getKey)
			.collect(Collectors.joining(", "));
	}

}
