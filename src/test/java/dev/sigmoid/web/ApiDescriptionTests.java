package dev.sigmoid.web;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.sigmoid.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ApiDescriptionTests extends HttpTest {

	@Test
	void descriptionIsItsGoldenFile() throws IOException {
		Golden.assertGolden("openapi.json", get("/v3/api-docs").body().getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void descriptionComesAsYamlToo() {
		HttpResponse<String> yaml = get("/v3/api-docs.yaml");
		assertThat(yaml.statusCode()).isEqualTo(200);
		assertThat(yaml.body()).startsWith("openapi: 3.1.0");
	}

	@Test
	void swaggerUiIsThere() {
		HttpResponse<String> redirect = get("/swagger-ui.html");
		assertThat(redirect.statusCode()).isEqualTo(302);
		String page = redirect.headers().firstValue("Location").orElseThrow();
		assertThat(get(page).body()).contains("<title>Swagger UI</title>");
	}

	@Test
	void everyExampleOfAnAnswerIsWhatTheServiceAnswers() {
		List<String> checked = new ArrayList<>();
		JsonNode paths = json(get("/v3/api-docs")).get("paths");
		for (String path : paths.propertyNames()) {
			JsonNode content = paths.get(path).at("/get/responses/200/content");
			for (String mediaType : content.propertyNames()) {
				for (JsonNode example : content.get(mediaType).path("examples")) {
					String summary = example.get("summary").asString();
					String query = summary.substring(summary.indexOf('(') + 1, summary.indexOf(')'));
					String answer = get(path + "?" + query, mediaType).body();
					JsonNode value = example.get("value");
					assertThat(answer).isEqualTo(value.isString() ? value.asString() : value.toString());
					checked.add(path + " " + mediaType + " " + query);
				}
			}
		}
		assertThat(checked).hasSizeGreaterThanOrEqualTo(16).doesNotHaveDuplicates();
	}

	@Test
	void everyExampleOfABatchIsWhatTheServiceAnswersToTheExampleOfItsBody() {
		JsonNode paths = json(get("/v3/api-docs")).get("paths");
		for (String path : List.of("/sigmoid", "/sigmoid/derivative")) {
			JsonNode post = paths.get(path).get("post");
			String body = post.at("/requestBody/content/application~1json/examples/three/value").toString();
			JsonNode content = post.at("/responses/200/content");
			assertThat(content.propertyNames()).hasSizeGreaterThanOrEqualTo(4);
			for (String mediaType : List.of("application/json", "text/csv", "text/plain", "application/x-ndjson")) {
				JsonNode value = content.get(mediaType).at("/examples/three/value");
				HttpResponse<String> answer = send(request(path).header("Content-Type", "application/json")
					.header("Accept", mediaType)
					.POST(BodyPublishers.ofString(body)));
				assertThat(answer.body()).isEqualTo(value.isString() ? value.asString() : value.toString());
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			InvalidRequest/content/application~1problem+json/examples/parameter/value | ?start=0&stop=1&step=0
			NotAcceptable/content/application~1problem+json/example                   | ?x=1
			TooLarge/content/application~1problem+json/examples/points/value          | ?start=0&stop=1&count=2000000
			UriTooLong/content/application~1problem+json/example                      | LONG
			""")
	void exampleOfAProblemIsWhatTheServiceAnswers(String place, String query) {
		String url = "/sigmoid" + query.replace("LONG", "?x=" + "1".repeat(40_000));
		String accept = place.startsWith("NotAcceptable") ? "image/png" : "*/*";
		JsonNode example = json(get("/v3/api-docs")).at("/components/responses/" + place);
		assertThat(json(get(url, accept))).isEqualTo(example);
	}

	@Test
	void examplesOfFaultyBodiesAreWhatTheServiceAnswers() {
		JsonNode responses = json(get("/v3/api-docs")).at("/components/responses");
		assertThat(json(post("/sigmoid", "application/json", "{\"x\":[1,\"2\"]}")))
			.isEqualTo(responses.at("/InvalidRequest/content/application~1problem+json/examples/body/value"));
		assertThat(json(post("/sigmoid", "application/xml", "<x/>")))
			.isEqualTo(responses.at("/UnsupportedMediaType/content/application~1problem+json/example"));
	}

}
