package dev.sigmoid.math;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What MPFR says the answers are; {@code reference.py} beside the files wrote them. */
final class Reference {

	private Reference() {
	}

	/** Returns rows of x, σ(x), σ′(x), tanh(x), tanh′(x). */
	static List<double[]> values() {
		return rows("/math/values.csv");
	}

	/** Returns rows of from, to, the slopes of σ and tanh rounded down. */
	static List<double[]> slopes() {
		return rows("/math/slopes.csv");
	}

	private static List<double[]> rows(String name) {
		try (InputStream in = Objects.requireNonNull(Reference.class.getResourceAsStream(name));
				BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
			return reader.lines().map(Reference::row).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static double[] row(String line) {
		return Arrays.stream(line.split(",", -1))
			.mapToDouble((bits) -> Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16)))
			.toArray();
	}

}
