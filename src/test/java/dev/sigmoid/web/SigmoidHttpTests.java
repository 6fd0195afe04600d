package dev.sigmoid.web;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class SigmoidHttpTests extends HttpTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					/sigmoid?x=0.5            | {"x":0.5,"y":0.6224593312018546}
					/sigmoid?x=-0             | {"x":-0.0,"y":0.5}
					/sigmoid?x=%2B1e3         | {"x":1000.0,"y":1.0}
					/sigmoid?x=0.5,0.5        | {"x":[0.5,0.5],"y":[0.6224593312018546,0.6224593312018546]}
					/sigmoid?x=0&x=0.5&x=0,0  | {"x":[0.0,0.5,0.0,0.0],"y":[0.5,0.6224593312018546,0.5,0.5]}
					/sigmoid/derivative?x=0.5 | {"x":0.5,"y":0.2350037122015945}
					/sigmoid/derivative?x=0,0 | {"x":[0.0,0.0],"y":[0.25,0.25]}
					/sigmoid?x=0.5&include=derivative | {"x":0.5,"y":0.6224593312018546,"dy":0.2350037122015945}
					/sigmoid?x=0,0&include=derivative | {"x":[0.0,0.0],"y":[0.5,0.5],"dy":[0.25,0.25]}
					/tanh?x=0.5            | {"x":0.5,"y":0.46211715726000974}
					/tanh?x=0,0&include=derivative | {"x":[0.0,0.0],"y":[0.0,0.0],"dy":[1.0,1.0]}
					/tanh/derivative?start=-1&stop=1&count=3 | {"x":[-1.0,0.0,1.0],"y":[0.4199743416140261,1.0,0.4199743416140261]}
					/sigmoid/derivative?x=40       | {"x":40.0,"y":4.248354255291589E-18}
					/sigmoid/slope?from=-1&to=1    | {"from":-1.0,"to":1.0,"slope":0.23105857863000487}
					/sigmoid/slope?from=0&to=-0    | {"from":0.0,"to":-0.0,"slope":0.25}
					/tanh/slope?from=-1&to=1       | {"from":-1.0,"to":1.0,"slope":0.7615941559557649}
					/sigmoid?start=0&stop=1&step=0.5  | {"x":[0.0,0.5],"y":[0.5,0.6224593312018546]}
					/sigmoid?start=0&stop=0.5&step=0.5&endpoint=true | {"x":[0.0,0.5],"y":[0.5,0.6224593312018546]}
					/sigmoid?start=0.5&stop=0&step=-0.5              | {"x":[0.5],"y":[0.6224593312018546]}
					/sigmoid?start=0&stop=0.5&count=2                | {"x":[0.0,0.5],"y":[0.5,0.6224593312018546]}
					/sigmoid?start=0&stop=1&count=2&endpoint=false   | {"x":[0.0,0.5],"y":[0.5,0.6224593312018546]}
					/sigmoid?start=0&stop=1&count=1                  | {"x":[0.0],"y":[0.5]}
					""")
	void valuesAndRangesAreAnsweredToTheByte(String url, String body) {
		HttpResponse<String> response = get(url);
		assertThat(response.body()).isEqualTo(body);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
		assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(body.length());
	}

	@Test
	void tutorialsRangeHasTheNearestDoubles() {
		JsonNode x = json(get("/sigmoid?start=-6&stop=6&step=0.01")).get("x");
		assertThat(x.size()).isEqualTo(1200);
		assertThat(IntStream.range(0, 1200).allMatch((i) -> x.get(i).asDouble() == (i - 600) / 100.0)).isTrue();
		assertThat(x.get(582).asString()).isEqualTo("-0.18");
	}

	@Test
	void derivativeFarOutHasNotVanished() {
		assertThat(json(get("/sigmoid/derivative?x=40")).get("y").asDouble()).isBetween(4.24e-18, 4.25e-18);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			application/json     | application/json
			application/x-ndjson | application/x-ndjson
			text/csv             | text/csv;header=present;charset=UTF-8
			text/csv;header=present | text/csv;header=present;charset=UTF-8
			text/plain           | text/plain;charset=UTF-8
			application/vnd.apache.arrow.stream | application/vnd.apache.arrow.stream
			application/*        | application/json
			text/*               | text/csv;header=present;charset=UTF-8
			*/*                  | application/json
			text/plain;q=0.5, text/csv | text/csv;header=present;charset=UTF-8
			application/vnd.nothing, text/plain | text/plain;charset=UTF-8
			text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | application/json
			""")
	void acceptChoosesTheFormat(String accept, String contentType) {
		HttpResponse<String> response = get("/sigmoid?x=0.5", accept);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).contains(contentType);
	}

	@Test
	void nobodysWishIsJson() {
		assertThat(get("/sigmoid?x=0.5").body()).startsWith("{");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			json   | {"x":0.5,"y":0.6224593312018546}
			ndjson | {"x":0.5,"y":0.6224593312018546}⏎
			csv    | x,y␍⏎0.5,0.6224593312018546␍⏎
			text   | 0.6224593312018546⏎
			""")
	void formatComesBeforeAccept(String format, String body) {
		String expected = body.replace("␍", "\r").replace("⏎", "\n");
		assertThat(get("/sigmoid?x=0.5&format=" + format, "application/json").body()).isEqualTo(expected);
		assertThat(get("/sigmoid?x=0.5&format=" + format, "image/png").body()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"x\":[0,0.5]}", " {\n\"x\" : [ 0.0 , 5e-1 ] } \n", "{\"\\u0078\":[0,0.5]}" })
	void batchComesAsJson(String body) {
		assertThat(post("/sigmoid", "application/json", body).body())
			.isEqualTo("{\"x\":[0.0,0.5],\"y\":[0.5,0.6224593312018546]}");
		assertThat(post("/sigmoid/derivative?format=text", "application/json;charset=UTF-8", body).body())
			.isEqualTo("0.25\n0.2350037122015945\n");
	}

	@Test
	void batchOfOneIsAnsweredInColumns() {
		assertThat(post("/sigmoid?include=derivative", "application/json", "{\"x\":[0]}").body())
			.isEqualTo("{\"x\":[0.0],\"y\":[0.5],\"dy\":[0.25]}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x\n0\n0.5\n", "x\r\n0\r\n0.5", "\ufeff\"x\"\n\"0\"\n.5\n" })
	void batchComesAsCsv(String body) {
		assertThat(post("/sigmoid?format=csv", "text/csv", body).body())
			.isEqualTo("x,y\r\n0.0,0.5\r\n0.5,0.6224593312018546\r\n");
	}

	@Test
	void tanhTakesBatchesToo() {
		assertThat(post("/tanh?include=derivative", "application/json", "{\"x\":[0,-0.0]}").body())
			.isEqualTo("{\"x\":[0.0,-0.0],\"y\":[0.0,-0.0],\"dy\":[1.0,1.0]}");
		assertThat(post("/tanh/derivative?format=text", "text/csv", "x\n0\n1000\n").body()).isEqualTo("1.0\n0.0\n");
	}

	@Test
	void batchMayComeInChunks() {
		HttpResponse<String> response = send(request("/sigmoid?format=text").header("Content-Type", "application/json")
			.POST(BodyPublishers
				.ofInputStream(() -> new ByteArrayInputStream("{\"x\":[0,0]}".getBytes(StandardCharsets.US_ASCII)))));
		assertThat(response.body()).isEqualTo("0.5\n0.5\n");
	}

	@Test
	void headAnswersAsGetWithoutTheBody() {
		HttpResponse<String> response = send(request("/sigmoid?x=0.5").HEAD());
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
		assertThat(response.body()).isEmpty();
	}

	@Test
	void pagesOfAnyOriginMayCall() {
		HttpResponse<String> response = send(request("/sigmoid?x=0.5").header("Origin", "https://notebook.example"));
		assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
		HttpResponse<String> preflight = send(request("/sigmoid").header("Origin", "https://notebook.example")
			.header("Access-Control-Request-Method", "POST")
			.header("Access-Control-Request-Headers", "content-type")
			.method("OPTIONS", BodyPublishers.noBody()));
		assertThat(preflight.statusCode()).isEqualTo(200);
		assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods")).contains("GET,HEAD,POST");
	}

	@Test
	void largestAnswerStreamsWhole() {
		HttpResponse<String> response = get("/sigmoid?start=0&stop=1&count=1000000&format=text");
		assertThat(response.headers().firstValue("Transfer-Encoding")).contains("chunked");
		assertThat(response.body().lines().count()).isEqualTo(1_000_000);
		assertThat(response.body()).startsWith("0.5\n").endsWith("0.7310585786300049\n");
	}

	@Test
	void operationsAreReachableAndNothingElseOfThem() {
		assertThat(get("/actuator/health").body()).contains("\"status\":\"UP\"");
		assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
		assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
		assertThat(get("/actuator/info").statusCode()).isEqualTo(200);
		problem(get("/actuator/env"), 404, "not-found");
		problem(get("/actuator/beans"), 404, "not-found");
	}

}
