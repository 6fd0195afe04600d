package dev.sigmoid.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import dev.sigmoid.SigmoidApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service on a real port, called as its users call it. One server serves all tests.
 */
@SpringBootTest(classes = SigmoidApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "sigmoid.drain-delay=0s")
abstract class HttpTest {

	private static final JsonMapper JSON = new JsonMapper();

	/** No answer of these tests may take longer, whatever was asked for. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	@LocalServerPort
	int port;

	URI uri(String pathAndQuery) {
		return URI.create("http://127.0.0.1:" + this.port + pathAndQuery);
	}

	HttpRequest.Builder request(String pathAndQuery) {
		return HttpRequest.newBuilder(uri(pathAndQuery)).timeout(PATIENCE);
	}

	HttpResponse<String> get(String pathAndQuery) {
		return send(request(pathAndQuery));
	}

	HttpResponse<String> get(String pathAndQuery, String accept) {
		return send(request(pathAndQuery).header("Accept", accept));
	}

	HttpResponse<String> post(String pathAndQuery, String contentType, String body) {
		return send(request(pathAndQuery).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
	}

	static HttpResponse<String> send(HttpRequest.Builder request) {
		return send(request, BodyHandlers.ofString());
	}

	static <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
		try {
			return CLIENT.send(request.build(), handler);
		}
		catch (IOException ex) {
			throw new AssertionError("no answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	static JsonNode json(HttpResponse<String> response) {
		return JSON.readTree(response.body());
	}

	/** Checks everything that problems have in common, and returns this one. */
	static JsonNode problem(HttpResponse<String> response, int status, String type) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
		JsonNode problem = json(response);
		assertThat(problem.propertyNames()).startsWith("type", "title", "status", "detail");
		assertThat(problem.get("type").asString()).isEqualTo("/problems#" + type);
		assertThat(problem.get("status").asInt()).isEqualTo(status);
		assertThat(response.body()).doesNotContain("Exception", "java.", "springframework", "<html");
		return problem;
	}

}
