package dev.sigmoid.web;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What Prometheus reads, under the names that the README lists. */
class MetricsHttpTests extends HttpTest {

	private static final long PATIENCE_NANOS = 5_000_000_000L;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/sigmoid?x=1               | /sigmoid       | 200 | SUCCESS
			/sigmoid?x=a               | /sigmoid       | 400 | CLIENT_ERROR
			/tanh/slope?from=0&to=1    | /tanh/slope    | 200 | SUCCESS
			/sigmoid?start=0&stop=1&count=9999999 | /sigmoid | 413 | CLIENT_ERROR
			/nothing                   | other          | 404 | CLIENT_ERROR
			/swagger-ui.html           | other          | 302 | REDIRECTION
			/%00                       | other          | 400 | CLIENT_ERROR
			""")
	void requestIsCountedByRouteStatusAndOutcome(String url, String route, String status, String outcome) {
		List<String> labels = List.of("route=\"" + route + "\"", "status=\"" + status + "\"",
				"outcome=\"" + outcome + "\"");
		double before = value("sigmoid_requests_total", labels);
		get(url);
		// the client has the answer a moment before it is counted
		long start = System.nanoTime();
		while (value("sigmoid_requests_total", labels) == before && System.nanoTime() - start < PATIENCE_NANOS) {
			Thread.onSpinWait();
		}
		assertThat(value("sigmoid_requests_total", labels)).isEqualTo(before + 1);
	}

	@Test
	void pointsAreCountedByFunctionAndFormat() {
		List<String> labels = List.of("function=\"tanh-derivative\"", "format=\"csv\"");
		double before = value("sigmoid_points_total", labels);
		get("/tanh/derivative?start=0&stop=1&count=1000&format=csv");
		get("/tanh/derivative?x=1&format=csv");
		assertThat(value("sigmoid_points_total", labels)).isEqualTo(before + 1001);
	}

	@Test
	void valuesThatTheFastPathCannotRoundAreCounted() {
		double before = value("sigmoid_cold_evaluations_total", List.of());
		get("/sigmoid?start=-20&stop=20&count=1000000&format=arrow");
		assertThat(value("sigmoid_cold_evaluations_total", List.of())).isGreaterThan(before);
	}

	@ParameterizedTest
	@CsvSource({ "sigmoid_large_answers", "sigmoid_batch_memory_bytes", "sigmoid_refused_total",
			"jvm_memory_used_bytes", "jvm_gc_pause_seconds_count", "process_cpu_usage", "process_uptime_seconds" })
	void meterIsThereFromTheStart(String name) {
		System.gc();
		assertThat(scraped().lines()).anyMatch((line) -> line.matches(name + "(\\{.*})? .*"));
	}

	@Test
	void scrapesAreInTheFormatOfPrometheus() {
		HttpResponse<String> response = get("/actuator/prometheus");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).get().asString().startsWith("text/plain");
	}

	private double value(String name, List<String> labels) {
		return scraped().lines()
			.filter((line) -> line.startsWith(name) && labels.stream().allMatch(line::contains))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.sum();
	}

	private String scraped() {
		return get("/actuator/prometheus").body();
	}

}
