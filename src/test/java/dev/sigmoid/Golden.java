package dev.sigmoid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Golden files: what must come out, byte for byte. {@code -Dgolden.update=true} writes
 * them anew, to be read before they are committed.
 */
public final class Golden {

	private static final Path FOLDER = Path.of("src/test/resources/golden");

	private Golden() {
	}

	/** Fails unless the bytes are those of the golden file. */
	public static void assertGolden(String name, byte[] actual) throws IOException {
		Path file = FOLDER.resolve(name);
		if (Boolean.getBoolean("golden.update")) {
			Files.createDirectories(FOLDER);
			Files.write(file, actual);
		}
		byte[] expected = Files.readAllBytes(file);
		// as text first, whose difference can be read
		assertThat(new String(actual, StandardCharsets.UTF_8)).as(name)
			.isEqualTo(new String(expected, StandardCharsets.UTF_8));
		assertThat(actual).as(name).isEqualTo(expected);
	}

}
