package dev.sigmoid.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.sigmoid.SigmoidApplication;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The service as a process of its own, which logs for machines and is told to stop. */
class StoppingTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@Test
	void readinessSaysNoWhileRequestsAreStillAnsweredThenItStops() throws Exception {
		Process service = start("--sigmoid.drain-delay=3s");
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8))) {
			int port = port(lines);
			// Tomcat listens a moment before the service is ready
			long listening = System.nanoTime();
			while (get(port, "/actuator/health/readiness").statusCode() != 200) {
				assertThat(Duration.ofNanos(System.nanoTime() - listening)).isLessThan(Duration.ofSeconds(20));
			}
			assertThat(get(port, "/sigmoid?x=0").headers().firstValue("Connection")).isEmpty();
			long start = System.nanoTime();
			service.destroy();
			HttpResponse<String> readiness = get(port, "/actuator/health/readiness");
			while (readiness.statusCode() == 200) {
				readiness = get(port, "/actuator/health/readiness");
			}
			assertThat(readiness.statusCode()).isEqualTo(503);
			assertThat(readiness.body()).contains("OUT_OF_SERVICE");
			assertThat(get(port, "/actuator/health/liveness").statusCode()).isEqualTo(200);
			HttpResponse<String> value = get(port, "/sigmoid?x=0");
			assertThat(value.body()).isEqualTo("{\"x\":0.0,\"y\":0.5}");
			assertThat(value.headers().firstValue("Connection")).contains("close");
			while (isAnswering(port)) {
				Thread.sleep(50);
			}
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(3),
					Duration.ofSeconds(10));
			assertThat(service.waitFor(10, TimeUnit.SECONDS)).isTrue();
			assertThat(service.exitValue()).isIn(0, 143);
		}
		finally {
			service.destroyForcibly();
		}
	}

	private static Process start(String... settings) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
						System.getProperty("java.class.path"), SigmoidApplication.class.getName(), "--server.port=0",
						"--logging.structured.format.console=ecs"));
		command.addAll(List.of(settings));
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
	}

	/** Reads the log up to where it says the port; each line of it is JSON of ECS. */
	private static int port(BufferedReader lines) throws IOException {
		JsonMapper json = new JsonMapper();
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			JsonNode event = json.readTree(line);
			assertThat(event.has("@timestamp")).as(line).isTrue();
			assertThat(event.at("/ecs/version").asString()).as(line).isNotEmpty();
			assertThat(event.at("/service/name").asString()).isEqualTo("sigmoid");
			String message = event.get("message").asString();
			if (message.startsWith("Tomcat started on port ")) {
				return Integer.parseInt(message.split(" ", -1)[4]);
			}
		}
		throw new AssertionError("the service did not start");
	}

	private boolean isAnswering(int port) throws InterruptedException {
		try {
			get(port, "/sigmoid?x=0");
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.timeout(Duration.ofSeconds(5))
			.build(), BodyHandlers.ofString());
	}

}
