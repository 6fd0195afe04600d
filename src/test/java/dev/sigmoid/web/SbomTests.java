package dev.sigmoid.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bill of materials says what is in the jar, the same in every build of it, and is
 * not served.
 */
class SbomTests extends HttpTest {

	@Test
	void billNamesEachLibraryWithVersionAndHash() throws IOException {
		List<JsonNode> components = bill().get("components").valueStream().toList();
		assertThat(components).extracting((component) -> component.get("name").asString())
			.contains("tomcat-embed-core", "spring-webmvc", "springdoc-openapi-starter-webmvc-ui", "swagger-ui", "d3")
			.doesNotContain("assertj-core", "junit-jupiter", "client-java-api");
		assertThat(components).allSatisfy((component) -> {
			assertThat(component.get("version").asString()).isNotEmpty();
			assertThat(component.get("hashes").isEmpty()).isFalse();
			assertThat(component.get("purl").asString()).startsWith("pkg:maven/");
		});
	}

	@Test
	void billHasNothingThatAnotherBuildWouldNot() throws IOException {
		JsonNode bill = bill();
		assertThat(bill.get("bomFormat").asString()).isEqualTo("CycloneDX");
		assertThat(bill.has("serialNumber")).isFalse();
		assertThat(bill.get("metadata").has("timestamp")).isFalse();
	}

	@Test
	void billIsNotServed() {
		problem(get("/actuator/sbom"), 404, "not-found");
		problem(get("/META-INF/sbom/application.cdx.json"), 404, "not-found");
	}

	private static JsonNode bill() throws IOException {
		try (InputStream bill = SbomTests.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
			return new JsonMapper().readTree(Objects.requireNonNull(bill));
		}
	}

}
