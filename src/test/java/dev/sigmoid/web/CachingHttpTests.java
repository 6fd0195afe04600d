package dev.sigmoid.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CachingHttpTests extends HttpTest {

	@ParameterizedTest
	@ValueSource(strings = { "/sigmoid?x=0.5", "/tanh/derivative?start=0&stop=1&count=5", "/sigmoid/slope?from=0&to=1",
			"/sigmoid/plot" })
	void answersToGetMayBeKeptForADay(String url) {
		HttpResponse<String> response = get(url);
		assertThat(response.headers().firstValue("Cache-Control")).contains("public, max-age=86400");
		assertThat(String.join(",", response.headers().allValues("Vary")).toLowerCase(Locale.ROOT).split(",", -1))
			.contains("accept");
		String etag = etag(response);
		assertThat(etag).startsWith("W/\"");
		HttpResponse<String> again = send(request(url).header("If-None-Match", etag));
		assertThat(again.statusCode()).isEqualTo(304);
		assertThat(again.body()).isEmpty();
		assertThat(etag(again)).isEqualTo(etag);
		assertThat(send(request(url).header("If-None-Match", "\"other\", " + etag)).statusCode()).isEqualTo(304);
		assertThat(send(request(url).header("If-None-Match", "\"other\"")).statusCode()).isEqualTo(200);
	}

	@Test
	void tagsDifferByQueryAndFormatButNotByTheOrderOfParameters() {
		String etag = etag(get("/sigmoid?start=0&stop=1&count=5"));
		assertThat(etag(get("/sigmoid?count=5&stop=1&start=0"))).isEqualTo(etag);
		assertThat(etag(get("/sigmoid?start=0&stop=1&count=6"))).isNotEqualTo(etag);
		assertThat(etag(get("/sigmoid?start=1&stop=0&count=5"))).isNotEqualTo(etag);
		assertThat(etag(get("/sigmoid?start=0&stop=1&count=5", "text/csv"))).isNotEqualTo(etag);
	}

	@Test
	void headAnswersTheHeadersOfGetWithoutComputing() throws IOException {
		// a million points would be seen in the bytes on the wire
		String answer = head("/sigmoid?start=0&stop=1&count=1000000&format=csv");
		assertThat(answer).startsWith("HTTP/1.1 200 ")
			.contains("ETag: W/", "Content-Type: text/csv")
			.endsWith("\r\n\r\n");
		assertThat(head("/sigmoid?x=a")).startsWith("HTTP/1.1 400 ");
	}

	@Test
	void answersToPostAreNotForCaches() {
		HttpResponse<String> response = post("/sigmoid", "application/json", "{\"x\":[1]}");
		assertThat(response.headers().map()).doesNotContainKeys("etag", "cache-control");
	}

	@Test
	void errorsCarryNoTag() {
		assertThat(get("/sigmoid?x=a").headers().map()).doesNotContainKeys("etag", "cache-control");
	}

	@Test
	void largeTextIsCompressedForThoseWhoAskForIt() throws IOException, InterruptedException {
		String url = "/sigmoid?start=0&stop=1&count=10000&format=csv";
		HttpResponse<byte[]> zipped = HttpClient.newHttpClient()
			.send(request(url).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
		assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
		byte[] text = new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes();
		assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo(get(url).body());
		assertThat(List.of(zipped.headers().firstValue("ETag").orElseThrow())).containsExactly(etag(get(url)));
		assertThat(get(url).headers().map()).doesNotContainKey("content-encoding");
	}

	private static String etag(HttpResponse<?> response) {
		return response.headers().firstValue("ETag").orElseThrow();
	}

	private String head(String url) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream()
				.write(("HEAD " + url + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
