package dev.sigmoid.web;

import java.time.Duration;
import java.util.List;

import dev.sigmoid.web.load.Admission;
import dev.sigmoid.web.load.Pace;

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
 * @param largeAnswer how many points, or pixels of a PNG, an answer has before it is
 * large, at least 1
 * @param largeAnswersPerCore how many large answers may be under way at once, a core, 1
 * to 1,000
 * @param patience how long a request may take to arrive, and a large answer to be read,
 * whatever their size, 1 second to 1 hour
 * @param slowestTransfer how many more bytes give them one second more, 1 byte to 1 GB
 */
@ConfigurationProperties("sigmoid")
public record SigmoidProperties(@DefaultValue("1000000") int maxPoints, @DefaultValue("32MB") DataSize maxBodySize,
		@DefaultValue("*") List<String> allowedOrigins, @DefaultValue("10000") int largeAnswer,
		@DefaultValue("4") int largeAnswersPerCore, @DefaultValue("20s") Duration patience,
		@DefaultValue("16KB") DataSize slowestTransfer) {

	private static final int MOST_POINTS = 2_000_000_000;

	private static final DataSize SMALLEST_BODY = DataSize.ofKilobytes(1);

	private static final int MOST_LARGE_ANSWERS = 1000;

	private static final Duration LEAST_PATIENCE = Duration.ofSeconds(1);

	private static final Duration MOST_PATIENCE = Duration.ofHours(1);

	private static final DataSize FASTEST = DataSize.ofGigabytes(1);

	public SigmoidProperties {
		if (maxPoints < 1 || maxPoints > MOST_POINTS) {
			throw new IllegalArgumentException("sigmoid.max-points must be from 1 to " + MOST_POINTS);
		}
		if (maxBodySize.compareTo(SMALLEST_BODY) < 0) {
			throw new IllegalArgumentException("sigmoid.max-body-size must be at least " + SMALLEST_BODY);
		}
		if (largeAnswer < 1) {
			throw new IllegalArgumentException("sigmoid.large-answer must be at least 1");
		}
		if (largeAnswersPerCore < 1 || largeAnswersPerCore > MOST_LARGE_ANSWERS) {
			throw new IllegalArgumentException(
					"sigmoid.large-answers-per-core must be from 1 to " + MOST_LARGE_ANSWERS);
		}
		if (patience.compareTo(LEAST_PATIENCE) < 0 || patience.compareTo(MOST_PATIENCE) > 0) {
			throw new IllegalArgumentException("sigmoid.patience must be from 1 second to 1 hour");
		}
		if (slowestTransfer.toBytes() < 1 || slowestTransfer.compareTo(FASTEST) > 0) {
			throw new IllegalArgumentException("sigmoid.slowest-transfer must be from 1 byte to 1 GB");
		}
	}

	/** Returns the room for large answers and batches. */
	Admission admission() {
		return Admission.onThisMachine(this.largeAnswer, this.largeAnswersPerCore, this.maxPoints);
	}

	/** Returns the pace that clients have to keep. */
	Pace pace() {
		return new Pace(this.patience, this.slowestTransfer.toBytes());
	}

	/** Returns whether pages of every origin may call. */
	boolean isAnyOriginAllowed() {
		return this.allowedOrigins.equals(List.of(CorsConfiguration.ALL));
	}

}
