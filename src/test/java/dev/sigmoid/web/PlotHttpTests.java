package dev.sigmoid.web;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlotHttpTests extends HttpTest {

	@ParameterizedTest
	@CsvSource({ "/sigmoid/plot, sigmoid", "/tanh/plot, tanh" })
	void plotIsAnSvgOfTheDefaultSize(String path, String name) {
		HttpResponse<String> response = get(path);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).contains("image/svg+xml");
		assertThat(response.headers().firstValue("Content-Security-Policy"))
			.contains("default-src 'none'; style-src 'unsafe-inline'");
		assertThat(response.body()).startsWith("<svg ")
			.contains("width=\"900\" height=\"500\"", ">" + name + "</text>", ">derivative</text>");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/sigmoid/plot?format=png | */*                       | image/png
			/sigmoid/plot?format=svg | image/png                 | image/svg+xml
			/sigmoid/plot            | image/png                 | image/png
			/tanh/plot               | text/html,image/webp,*/*  | image/svg+xml
			/tanh/plot               | image/avif,image/*;q=0.8  | image/svg+xml
			""")
	void formatIsNegotiated(String url, String accept, String mediaType) {
		assertThat(get(url, accept).headers().firstValue("Content-Type")).contains(mediaType);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					format=json           | format must be one of svg, png, and is 'json'
					format=jpeg           | format must be one of svg, png, and is 'jpeg'
					start=7               | stop must be greater than start: a picture goes from left to right
					start=1&stop=1        | stop must be greater than start: a picture goes from left to right
					start=NaN&stop=1e999  | start must be a finite decimal number such as -0.5 or 1e-3, and is 'NaN'; stop must have an exponent from -400 to 400, and is 1e999
					width=99              | width must be from 100 to 4000 pixels, and is 99
					height=4001           | height must be from 100 to 4000 pixels, and is 4001
					width=300.5&height=x  | width must be an integer from 100 to 4000, and is 300.5; height must be a finite decimal number such as -0.5 or 1e-3, and is 'x'
					width=1e300           | width must be an integer from 100 to 4000, and is 1e300
					x=1                   | x is not a parameter of this resource: it takes start, stop, width, height, format
					width=200&width=300   | width must be given once, and is given 2 times
					""")
	void badParameterIsAProblem(String query, String detail) {
		assertThat(problem(get("/sigmoid/plot?" + query), 400, "invalid-parameter").get("detail").asString())
			.isEqualTo(detail);
	}

	@Test
	void formatOfAPlotIsNotOneOfATable() {
		assertThat(problem(get("/sigmoid?x=1&format=svg"), 400, "invalid-parameter").get("detail").asString())
			.startsWith("format must be one of json, ndjson, csv, text")
			.endsWith("and is 'svg'");
	}

	@Test
	void noPictureIsAcceptable() {
		assertThat(problem(get("/sigmoid/plot", "text/csv"), 406, "not-acceptable").get("detail").asString())
			.isEqualTo("accept one of image/svg+xml, image/png, or give format as one of svg, png");
	}

}
