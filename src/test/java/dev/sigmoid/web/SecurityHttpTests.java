package dev.sigmoid.web;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityHttpTests extends HttpTest {

	@ParameterizedTest
	@ValueSource(strings = { "/sigmoid?x=1", "/sigmoid?x=a", "/sigmoid?start=0&stop=1&count=20000", "/nothing", "/%00",
			"/", "/problems", "/swagger-ui.html", "/swagger-ui/index.html", "/v3/api-docs", "/sigmoid/plot",
			"/actuator/health", "/actuator/prometheus", "/favicon.svg" })
	void everyAnswerKeepsItsTypeAndNamesNoServer(String path) {
		HttpResponse<String> answer = get(path);
		assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(answer.headers().map()).doesNotContainKeys("server", "Server", "x-powered-by", "X-Powered-By");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/problems", "/swagger-ui/index.html" })
	void pageIsNotFramedAndKeepsItsAddressToItself(String path) {
		HttpResponse<String> page = get(path);
		assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
		assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
		assertThat(page.headers().firstValue("Content-Security-Policy")).get()
			.asString()
			.startsWith("default-src 'none'; script-src 'self'; ")
			.endsWith("frame-ancestors 'none'");
	}

	@Test
	void swaggerUiRunsNothingInlineAndLoadsNothingForeign() {
		HttpResponse<String> page = get("/swagger-ui/index.html");
		assertThat(page.headers().allValues("Content-Security-Policy")).containsOnly(PagePolicy.SWAGGER_POLICY);
		assertThat(PagePolicy.SWAGGER_POLICY.replace("style-src 'self' 'unsafe-inline'", "")).doesNotContain("unsafe",
				"http", "*");
	}

	@ParameterizedTest
	@ValueSource(strings = { "svg", "png" })
	void pictureMayNeitherRunNorLoadAnything(String format) {
		assertThat(get("/sigmoid/plot?format=" + format).headers().allValues("Content-Security-Policy"))
			.containsOnly("default-src 'none'; style-src 'unsafe-inline'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "env", "beans", "configprops", "heapdump", "threaddump", "loggers", "mappings", "metrics",
			"shutdown", "conditions", "scheduledtasks", "sbom" })
	void nothingElseOfTheActuatorIsReachable(String endpoint) {
		problem(get("/actuator/" + endpoint), 404, "not-found");
	}

}
