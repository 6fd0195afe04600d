package dev.sigmoid.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.sigmoid.web.load.Admission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients take as many large answers as there may be under way, and do not read them.
 */
class OverloadHttpTests extends HttpTest {

	private static final String LARGE = "/sigmoid?start=-6&stop=6&count=1000000";

	private static final int AT_ONCE = 4 * Runtime.getRuntime().availableProcessors();

	private final List<Socket> readers = new ArrayList<>();

	@Autowired
	private Admission admission;

	@BeforeEach
	void fill() throws IOException {
		for (int i = 0; i < AT_ONCE; i++) {
			this.readers.add(slowReader(LARGE));
		}
		until(AT_ONCE);
	}

	@AfterEach
	void leave() throws IOException {
		for (Socket reader : this.readers) {
			reader.close();
		}
		until(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { LARGE, "/tanh?start=0&stop=1&count=10001&format=arrow", "/sigmoid/plot?format=png" })
	void furtherLargeAnswerIsRefused(String url) {
		long refused = this.admission.refusedAnswers();
		HttpResponse<String> response = get(url);
		JsonNode problem = problem(response, 503, "overloaded");
		assertThat(problem.get("detail").asString()).startsWith(AT_ONCE + " large answers").contains("try again");
		assertThat(response.headers().firstValueAsLong("Retry-After")).hasValue(1);
		assertThat(response.headers().firstValue("ETag")).as("a refusal is nothing to keep").isEmpty();
		assertThat(response.headers().firstValue("Cache-Control")).isEmpty();
		assertThat(this.admission.refusedAnswers()).isEqualTo(refused + 1);
	}

	@Test
	void furtherLargeBatchIsRefusedAndItsSenderReadsWhy() {
		problem(post("/sigmoid", "application/json", batch(500_000)), 503, "overloaded");
	}

	@Test
	void smallAnswersAndHeadersAreStillGiven() {
		assertThat(get("/sigmoid?x=0").statusCode()).isEqualTo(200);
		assertThat(get("/sigmoid?start=0&stop=1&count=10000").statusCode()).isEqualTo(200);
		assertThat(post("/sigmoid", "application/json", batch(10_000)).statusCode()).isEqualTo(200);
		assertThat(get("/sigmoid/plot").statusCode()).isEqualTo(200);
		HttpResponse<String> head = send(request(LARGE).HEAD());
		assertThat(head.statusCode()).isEqualTo(200);
		String etag = head.headers().firstValue("ETag").orElseThrow();
		assertThat(send(request(LARGE).header("If-None-Match", etag)).statusCode()).isEqualTo(304);
	}

	@Test
	void roomOfAClientThatVanishesIsGivenToTheNext() throws IOException {
		this.readers.removeFirst().close();
		until(AT_ONCE - 1);
		assertThat(get(LARGE).statusCode()).isEqualTo(200);
		until(AT_ONCE - 1);
	}

	@Test
	void batchHoldsNothingWhenItHasEnded() {
		assertThat(post("/sigmoid?format=text", "application/json", batch(9000)).statusCode()).isEqualTo(200);
		problem(post("/sigmoid", "application/json", batch(9000).replace(']', '}')), 400, "malformed-body");
		assertThat(this.admission.batchMemory()).isZero();
	}

	private Socket slowReader(String url) throws IOException {
		Socket socket = new Socket();
		socket.setReceiveBufferSize(4096);
		socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), this.port));
		OutputStream out = socket.getOutputStream();
		out.write(("GET " + url + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
		InputStream in = socket.getInputStream();
		assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
		return socket;
	}

	private void until(int largeAnswers) {
		long start = System.nanoTime();
		while (this.admission.largeAnswers() != largeAnswers) {
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
			Thread.onSpinWait();
		}
	}

	private static String batch(int values) {
		return "{\"x\":[" + "0.5,".repeat(values - 1) + "0.5]}";
	}

}
