package dev.sigmoid.web;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PageHttpTests extends HttpTest {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/index.html", "/problems" })
	void pageRunsNothingInlineAndNothingForeign(String path) {
		HttpResponse<String> page = get(path);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
		assertThat(page.headers().allValues("Content-Security-Policy")).containsOnly(PagePolicy.POLICY);
		assertThat(page.body()).doesNotContain("style=", "<style", "onclick=", "http://", "https://");
	}

	@Test
	void policyAllowsOnlyTheServiceItself() {
		assertThat(PagePolicy.POLICY).startsWith("default-src 'none'; script-src 'self';")
			.doesNotContain("unsafe", "http", "*");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/explorer/explorer.js", "/explorer/explorer.css", "/favicon.svg",
			"/webjars/d3/dist/d3.min.js" })
	void fileIsKeptForMinutesAndByNoTimeStamp(String path) {
		HttpResponse<String> file = get(path);
		assertThat(file.statusCode()).isEqualTo(200);
		assertThat(file.headers().firstValue("Cache-Control")).contains("max-age=300");
		assertThat(file.headers().firstValue("Last-Modified")).as("the same in every version").isEmpty();
	}

}
