package dev.sigmoid.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@Import(BrokenStreamTests.BrokenController.class)
@ExtendWith(OutputCaptureExtension.class)
class RequestIdHttpTests extends HttpTest {

	@Test
	void problemNamesTheRequestAsTheClientDoes() {
		assertThat(json(send(request("/sigmoid?x=a").header("X-Request-Id", "4bf92f35-77b3.a:1/x"))).get("request")
			.asString()).isEqualTo("4bf92f35-77b3.a:1/x");
		assertThat(json(send(request("/%00").header("X-Request-Id", "b7"))).get("request").asString()).isEqualTo("b7");
	}

	@ParameterizedTest
	@ValueSource(strings = { "two words", "<b>", "\"quoted\"", "-starts-with-a-dash", "tab\there" })
	void idThatCouldDoHarmIsNotRepeated(String id) {
		assertThat(json(send(request("/sigmoid?x=a").header("X-Request-Id", id))).has("request")).isFalse();
	}

	@Test
	void idThatIsTooLongIsNotRepeated() {
		assertThat(json(send(request("/sigmoid?x=a").header("X-Request-Id", "a".repeat(129)))).has("request"))
			.isFalse();
	}

	@Test
	void internalErrorIsFoundInTheLogByItsId(CapturedOutput output) {
		String made = problem(get("/broken?after=100"), 500, "internal-error").get("request").asString();
		assertThat(made).matches("[0-9a-f]{16}");
		assertThat(output).contains("Request " + made + " to /broken failed");
		problem(send(request("/broken?after=100").header("X-Request-Id", "given-1")), 500, "internal-error");
		assertThat(output).contains("Request given-1 to /broken failed");
	}

}
