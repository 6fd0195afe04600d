package dev.sigmoid.web;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Thousands of random queries and bodies, from plausible to absurd: each is answered with
 * values or with a problem that blames the client, in time. The seed is printed with a
 * failure.
 */
class FuzzHttpTests extends HttpTest {

	private static final int REQUESTS = 1500;

	private static final List<String> NAMES = List.of("x", "start", "stop", "step", "count", "endpoint", "include",
			"format", "X", "strat", "", "x[]");

	private static final List<String> TEXTS = List.of("0", "-0", "1", "0.5", "-6", "6", "0.01", "1e-3", "1e308",
			"1e309", "-1e-400", "1e999999999", "NaN", "", " ", ",", "1,2,3", ",,,", "true", "false", "derivative",
			"json", "csv", "text", "ndjson", "arrow", "svg", "\u0000", "½", "%", "&", "<script>", "null",
			"9".repeat(64), "9".repeat(65), "1e400", "0x1p3", "1000000", "1000001", "\ud83d\ude00");

	private static final List<String> BODY_PARTS = List.of("{", "}", "[", "]", "\"x\"", ":", ",", "1", "-0.5e3",
			"1e999", "null", "true", "\"", "x", "\n", "\r\n", " ", "\\u0078", "NaN", "\ufeff", "\u0000", "é", "y",
			"{\"x\":[", "]}", "9".repeat(70));

	private final long seed = System.nanoTime();

	private final Random random = new Random(this.seed);

	@Test
	void noQueryIsAFaultOfTheService() {
		for (int i = 0; i < REQUESTS; i++) {
			StringBuilder query = new StringBuilder(this.random.nextBoolean() ? "/sigmoid?" : "/sigmoid/derivative?");
			int parameters = this.random.nextInt(6);
			for (int p = 0; p < parameters; p++) {
				query.append(encoded(any(NAMES))).append('=').append(encoded(any(TEXTS))).append('&');
			}
			check(query.toString(), get(query.toString(), any(List.of("*/*", "text/csv", "application/json"))));
		}
	}

	@RepeatedTest(2)
	void noBodyIsAFaultOfTheService() {
		for (int i = 0; i < REQUESTS / 2; i++) {
			StringBuilder body = new StringBuilder(this.random.nextBoolean() ? "{\"x\":[1," : "");
			int parts = this.random.nextInt(12);
			for (int p = 0; p < parts; p++) {
				body.append(any(BODY_PARTS));
			}
			String contentType = any(List.of("application/json", "text/csv"));
			check(contentType + " " + body, post("/sigmoid", contentType, body.toString()));
		}
	}

	private void check(String request, HttpResponse<String> response) {
		String what = "seed %d: %s".formatted(this.seed, request);
		assertThat(response.statusCode()).as(what).isIn(200, 400, 406, 413);
		if (response.statusCode() != 200) {
			assertThat(response.headers().firstValue("Content-Type")).as(what).contains("application/problem+json");
			assertThat(json(response).get("detail").asString()).as(what).isNotBlank();
		}
		assertThat(response.body()).as(what).doesNotContainIgnoringCase("<html").doesNotContain("Exception");
	}

	private String any(List<String> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
