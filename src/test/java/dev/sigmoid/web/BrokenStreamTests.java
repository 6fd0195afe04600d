package dev.sigmoid.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import dev.sigmoid.web.BrokenStreamTests.BrokenController;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What clients see of a fault of ours, before and after the first byte of an answer.
 */
@Import(BrokenController.class)
class BrokenStreamTests extends HttpTest {

	@Test
	void failureAfterTheFirstByteCutsTheConnectionWithoutTheLastChunk() throws IOException {
		String answer = exchange("/broken?after=200000");
		assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Transfer-Encoding: chunked", "1111111111");
		assertThat(answer).doesNotEndWith("0\r\n\r\n").doesNotContain("problem");
	}

	@Test
	void failureBeforeTheFirstByteIsAProblemWithTheIdOfTheRequest() throws IOException {
		String answer = exchange("/broken?after=100");
		assertThat(answer).startsWith("HTTP/1.1 500 ")
			.contains("Content-Type: application/problem+json", "\"type\":\"/problems#internal-error\"",
					"\"request\":\"")
			.doesNotContain("1111111111", "secret", "Exception");
	}

	private String exchange(String path) throws IOException {
		try (RawConnection connection = new RawConnection(this.port)) {
			connection.send("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
			return connection.readAll();
		}
	}

	/** Fails when it has written some bytes. */
	@Hidden
	@TestComponent
	@RestController
	static class BrokenController {

		@GetMapping("/broken")
		void write(@RequestParam int after, HttpServletResponse response) throws IOException {
			OutputStream out = response.getOutputStream();
			out.write("1".repeat(after).getBytes(StandardCharsets.US_ASCII));
			throw new IllegalStateException("secret");
		}

	}

}
