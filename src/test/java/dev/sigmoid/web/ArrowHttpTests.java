package dev.sigmoid.web;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import dev.sigmoid.Golden;
import dev.sigmoid.format.ArrowStreamBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ArrowHttpTests extends HttpTest {

	private static final String ARROW = "application/vnd.apache.arrow.stream";

	private static final byte[] WITH_SPECIALS = ArrowStreamBuilder.of(new double[] { 1, 2 },
			new double[] { 0, Double.NaN, Double.POSITIVE_INFINITY });

	@ParameterizedTest
	@CsvSource({ "/sigmoid?x=0.5, point", "/sigmoid?x=0.5&include=derivative, point-derivative",
			"/sigmoid?start=-6&stop=6&step=0.01&include=derivative, range" })
	void valuesAndRangesAreAnsweredToTheByte(String url, String golden) throws IOException {
		for (HttpRequest.Builder request : List.of(request(url).header("Accept", ARROW),
				request(url + "&format=arrow"))) {
			HttpResponse<byte[]> response = send(request, BodyHandlers.ofByteArray());
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.headers().firstValue("Content-Type")).contains(ARROW);
			Golden.assertGolden(golden + ".arrow", response.body());
		}
	}

	@Test
	void batchComesAsArrow() {
		byte[] stream = ArrowStreamBuilder.of(new double[] { 0 }, new double[0], new double[] { 0.5 });
		HttpResponse<String> json = send(batch("/sigmoid", stream));
		assertThat(json.headers().firstValue("Content-Type")).contains("application/json");
		assertThat(json.body()).isEqualTo("{\"x\":[0.0,0.5],\"y\":[0.5,0.6224593312018546]}");
		assertThat(send(batch("/sigmoid/derivative?format=text", stream)).body())
			.isEqualTo("0.25\n0.2350037122015945\n");
	}

	@Test
	void specialsAreAnsweredAsArrow() {
		HttpResponse<byte[]> response = send(batch("/sigmoid?include=derivative&format=arrow", WITH_SPECIALS),
				BodyHandlers.ofByteArray());
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).contains(ARROW);
	}

	@ParameterizedTest
	@ValueSource(strings = { "json", "ndjson", "csv", "text" })
	void specialsAreNotAnsweredAsText(String format) {
		JsonNode problem = problem(send(batch("/sigmoid?format=" + format, WITH_SPECIALS)), 400, "malformed-body");
		assertThat(problem.get("detail").asString())
			.isEqualTo("x[3]: infinite or NaN, which %s cannot carry; ask for format=arrow, or send finite values"
				.formatted(format));
		assertThat(problem.get("errors").get(0).get("place").asString()).isEqualTo("x[3]");
	}

	@Test
	void faultOfABatchIsAProblemForAClientThatAcceptsOnlyArrow() {
		byte[] cut = ArrowStreamBuilder.of(new double[] { 1, 2 });
		for (String query : List.of("", "?format=arrow")) {
			JsonNode problem = problem(send(request("/sigmoid" + query).header("Content-Type", ARROW)
				.header("Accept", ARROW)
				.POST(BodyPublishers.ofByteArray(cut, 0, cut.length - 20))), 400, "malformed-body");
			assertThat(problem.get("detail").asString())
				.isEqualTo("record batch 1: the body ends within it; send it whole");
		}
	}

	@Test
	void tooManyValuesAreRefused() {
		problem(send(batch("/sigmoid?format=arrow", ArrowStreamBuilder.of(new double[1_000_001]))), 413,
				"too-many-points");
	}

	@Test
	void emptyBodyIsExplained() {
		assertThat(problem(send(batch("/sigmoid", new byte[0])), 400, "malformed-body").get("detail").asString())
			.contains("Arrow IPC stream");
	}

	private HttpRequest.Builder batch(String url, byte[] stream) {
		return request(url).header("Content-Type", ARROW).POST(BodyPublishers.ofByteArray(stream));
	}

}
