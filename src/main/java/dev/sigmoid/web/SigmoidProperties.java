package dev.sigmoid.web;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.web.cors.CorsConfiguration;

/**
 * The settings of the service, under {@code sigmoid}; the README has the same table.
 *
 * @param maxPoints how many points an answer may have, 1 to 2,000,000,000
 * @param maxBodySize how large a request body may be, at least 1 KB
 * @param allowedOrigins the origins whose pages may call the service from a browser; *
 * for any
 */
@ConfigurationProperties("sigmoid")
public record SigmoidProperties(@DefaultValue("1000000") int maxPoints, @DefaultValue("32MB") DataSize maxBodySize,
		@DefaultValue("*") List<String> allowedOrigins) {

	private static final int MOST_POINTS = 2_000_000_000;

	private static final DataSize SMALLEST_BODY = DataSize.ofKilobytes(1);

	public SigmoidProperties {
		if (maxPoints < 1 || maxPoints > MOST_POINTS) {
			throw new IllegalArgumentException("sigmoid.max-points must be from 1 to " + MOST_POINTS);
		}
		if (maxBodySize.compareTo(SMALLEST_BODY) < 0) {
			throw new IllegalArgumentException("sigmoid.max-body-size must be at least " + SMALLEST_BODY);
		}
	}

	/** Returns whether pages of every origin may call. */
	boolean isAnyOriginAllowed() {
		return this.allowedOrigins.equals(List.of(CorsConfiguration.ALL));
	}

}
