package dev.sigmoid.web;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** The actuator at a port of its own. */
@DirtiesContext
@TestPropertySource(properties = "management.server.port=0")
class ManagementPortTests extends HttpTest {

	@LocalManagementPort
	private int managementPort;

	@Test
	void actuatorIsThereAndNoLongerAtThePortOfTheService() {
		assertThat(management("/actuator/health/readiness").body()).contains("\"status\":\"UP\"");
		assertThat(management("/actuator/prometheus").body()).contains("sigmoid_large_answers");
		for (String path : new String[] { "/actuator", "/actuator/health", "/actuator/prometheus" }) {
			problem(get(path), 404, "not-found");
		}
	}

	@Test
	void serviceIsNotThere() {
		problem(management("/sigmoid?x=1"), 404, "not-found");
		problem(management("/actuator/env"), 404, "not-found");
		problem(management("/%00"), 400, "bad-request");
	}

	private HttpResponse<String> management(String path) {
		return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.managementPort + path)));
	}

}
