package dev.sigmoid.math;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Interpreted code and the code of either compiler give the same bits. */
class CompilationTests {

	@ParameterizedTest
	@ValueSource(strings = { "-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation", "-XX:UseAVX=0" })
	void bitsAreTheSame(String option) throws Exception {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:+IgnoreUnrecognizedVMOptions", option, "-cp",
				folder(Logistic.class) + java.io.File.pathSeparator + folder(CompilationTests.class),
				Digest.class.getName())
			.redirectErrorStream(true)
			.start();
		assertThat(output(process)).isEqualTo(Digest.digest());
	}

	private static String output(Process process) throws IOException {
		return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
	}

	private static String folder(Class<?> type) throws URISyntaxException {
		return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
	}

	/** One number from the bits of many results; run in a virtual machine of its own. */
	static final class Digest {

		private Digest() {
		}

		public static void main(String[] arguments) {
			System.out.println(digest());
		}

		static String digest() {
			long digest = 0;
			for (Abscissas set : Abscissas.values()) {
				double[] x = java.util.Arrays.copyOf(set.numbers(), 4096);
				for (Subject function : Subject.values()) {
					double[] y = function.inBlocks(x);
					for (int i = 0; i < x.length; i++) {
						digest = 31 * digest + Double.doubleToLongBits(y[i]);
						digest = 31 * digest + Double.doubleToLongBits(function.at(x[i]));
					}
				}
			}
			return Long.toHexString(digest);
		}

	}

}
