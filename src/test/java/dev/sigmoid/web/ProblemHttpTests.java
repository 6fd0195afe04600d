package dev.sigmoid.web;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemHttpTests extends HttpTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			?                                   | x        | is missing: give x (one value, or several), or a range
			?x=                                 | x        | must hold a number, and is empty
			?x=abc                              | x        | must be a finite decimal number
			?x=NaN                              | x        | must be a finite decimal number
			?x=Infinity                         | x        | must be a finite decimal number
			?x=0x10                             | x        | must be a finite decimal number
			?x=1f                               | x        | must be a finite decimal number
			?x=%D9%A1                           | x        | must be a finite decimal number
			?x=1e999                            | x        | must have an exponent from -400 to 400
			?x=1e309                            | x        | must be finite
			?x=+1                               | x        | write a plus sign in a query as %2B
			?x=1,2,,4                           | x        | must hold a number, and is empty (value 3 of 4)
			?x=1&start=0                        | x        | must not be given together with start
			?x=1&count=2                        | x        | must not be given together with count
			?start=0&stop=1                     | step     | is missing
			?start=0&stop=1&step=1&count=2      | step     | must not be given together with count
			?start=0&step=1                     | stop     | is missing
			?stop=1&step=1                      | start    | is missing
			?start=0&stop=1&step=0              | step     | must not be 0
			?start=0&stop=1&step=-1             | step     | give step the other sign
			?start=0&stop=0&step=1              | stop     | no point lies in the range
			?start=0&stop=1&count=0             | count    | must be at least 1
			?start=0&stop=1&count=-1            | count    | must be at least 1
			?start=0&stop=1&count=1.5           | count    | must be an integer of at least 1, and is '1.5'
			?start=0&stop=1&count=abc           | count    | must be an integer of at least 1, and is 'abc'
			?start=0&stop=1e999999999&step=1    | stop     | must have an exponent from -400 to 400
			?start=0&stop=1&step=1e-999999999   | step     | must have an exponent from -400 to 400
			?start=0&stop=1&step=1&endpoint=yes | endpoint | must be true or false
			?start=0&start=1&stop=1&step=1      | start    | must be given once, and is given 2 times
			?x=1&format=json&format=csv         | format   | must be given once
			?x=1&include=dy                     | include  | must be 'derivative', and is 'dy'
			?x=1&format=xml                     | format   | must be one of json, ndjson, csv, text, arrow
			?x=1&format=svg                     | format   | must be one of json, ndjson, csv, text, arrow
			?x=1&format=                        | format   | must name a format
			?strat=0&stop=1&step=1              | strat    | is not a parameter of this resource: it takes x, start
			""")
	void parameterAtFaultIsNamedWithWhatToDo(String query, String parameter, String detail) {
		for (HttpResponse<String> response : forEveryClient(request("/sigmoid" + query))) {
			JsonNode problem = problem(response, 400, "invalid-parameter");
			assertThat(problem.get("errors").findValuesAsString("parameter")).contains(parameter);
			assertThat(problem.get("detail").asString()).contains(parameter + " ").contains(detail);
			assertThat(problem.get("instance").asString()).isEqualTo("/sigmoid");
		}
	}

	@Test
	void everyFaultIsReported() {
		JsonNode problem = problem(get("/sigmoid?start=a&stop=b&step=1&count=0"), 400, "invalid-parameter");
		assertThat(problem.get("errors").findValuesAsString("parameter")).containsExactly("start", "stop", "step");
		problem = problem(get("/sigmoid?x=1,b,c"), 400, "invalid-parameter");
		assertThat(problem.get("errors").findValuesAsString("detail")).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			?to=1                  | from   | is missing: a slope needs from and to
			?from=1                | to     | is missing: a slope needs from and to
			?from=1&to=b           | to     | must be a finite decimal number
			?from=1e309&to=1       | from   | must be finite
			?from=1&to=2&to=3      | to     | must be given once
			?from=1&to=2&x=3       | x      | is not a parameter of this resource: it takes from, to, format
			?from=1&to=2&format=csv | format | must be one of json, and is 'csv'
			""")
	void slopeNamesTheParameterAtFault(String query, String parameter, String detail) {
		JsonNode problem = problem(get("/tanh/slope" + query), 400, "invalid-parameter");
		assertThat(problem.get("errors").findValuesAsString("parameter")).contains(parameter);
		assertThat(problem.get("detail").asString()).contains(detail);
	}

	@Test
	void derivativeOfTheDerivativeIsNoParameter() {
		JsonNode problem = problem(get("/sigmoid/derivative?x=1&include=derivative"), 400, "invalid-parameter");
		assertThat(problem.get("detail").asString()).isEqualTo(
				"include is not a parameter of this resource: it takes x, start, stop, step, count, endpoint, format");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			application/json | {"x":[1,"2"]}    | line 1, column 9 (x[1])  | a string is not taken
			application/json | {"x":[1,null]}   | line 1, column 9 (x[1])  | null is not taken
			application/json | {"x":[]}         | line 1, column 7         | no value at all
			application/json | {}               | line 1, column 2         | no value at all
			application/json | {"y":[1]}        | line 1, column 2         | unknown member
			application/json | {"x":[1],"x":[2]}| line 1, column 10        | a second time
			application/json | {"x":[1]} 2      | line 1, column 11        | there is more
			application/json | {"x":[1]         | line 1, column 9         | the body ends here
			application/json | {"x":[1e999]}    | line 1, column 7 (x[0])  | exponent
			application/json | {"x":[NaN]}      | line 1, column 7 (x[0])  | NaN
			application/json | {"x":[01]}       | line 1, column 7 (x[0])  | 01
			application/json | [1]              | line 1, column 1         | the body is an array
			application/json | {"x":1}          | line 1, column 6         | must be an array
			text/csv         | y                | line 1, column 1         | the first line must be the header x
			text/csv         | x                | line 1, column 2         | no value at all
			text/csv         | x,y              | line 1, column 2         | several columns
			text/csv         | x⏎1⏎two          | line 3, column 1 (x[1])  | two
			""")
	void placeInTheBodyIsNamed(String contentType, String body, String place, String detail) {
		HttpRequest.Builder request = request("/sigmoid").header("Content-Type", contentType)
			.POST(BodyPublishers.ofString(body.replace("⏎", "\n")));
		for (HttpResponse<String> response : forEveryClient(request)) {
			JsonNode problem = problem(response, 400, "malformed-body");
			assertThat(problem.get("errors").get(0).get("place").asString()).isEqualTo(place);
			assertThat(problem.get("detail").asString()).startsWith(place + ": ").contains(detail);
		}
	}

	@Test
	void emptyBodyIsExplained() {
		for (HttpResponse<String> response : forEveryClient(
				request("/sigmoid").header("Content-Type", "application/json").POST(BodyPublishers.noBody()))) {
			assertThat(problem(response, 400, "malformed-body").get("detail").asString())
				.startsWith("the body is empty: send {\"x\":[");
		}
	}

	@Test
	void unknownPathIsNotFound() {
		for (String path : List.of("/sigmoids", "/sigmoid/", "/sigmoid/derivative/x", "/error", "/index.jsp")) {
			for (HttpResponse<String> response : forEveryClient(request(path))) {
				assertThat(problem(response, 404, "not-found").get("instance").asString()).isEqualTo(path);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "PUT", "DELETE", "PATCH", "FOO" })
	void otherMethodsAreNotAllowed(String method) {
		for (HttpResponse<String> response : forEveryClient(
				request("/sigmoid?x=1").method(method, BodyPublishers.noBody()))) {
			JsonNode problem = problem(response, 405, "method-not-allowed");
			assertThat(problem.get("detail").asString()).startsWith(method + " is not possible here")
				.endsWith(": use one of GET, HEAD, POST");
			assertThat(response.headers().firstValue("Allow").orElse("")).isEqualTo("GET, HEAD, POST");
		}
	}

	@Test
	void unavailableFormatsAreNotAcceptableAndTheOthersListed() {
		for (String accept : List.of("image/png", "text/html", "application/pdf, text/xml", "nonsense",
				"text/csv;header=absent", "application/json;q=0")) {
			assertThat(problem(get("/sigmoid?x=1", accept), 406, "not-acceptable").get("detail").asString()).contains(
					"application/json", "application/x-ndjson", "text/csv", "text/plain",
					"application/vnd.apache.arrow.stream", "json, ndjson, csv, text, arrow");
		}
	}

	@Test
	void otherBodiesAreUnsupportedAndTheOthersListed() {
		for (String contentType : List.of("application/xml", "text/plain", "application/x-www-form-urlencoded",
				"multipart/form-data;boundary=x", "multipart/form-data", "nonsense", "application/json, text/csv")) {
			for (HttpResponse<String> response : forEveryClient(
					request("/sigmoid").header("Content-Type", contentType).POST(BodyPublishers.ofString("x=1")))) {
				assertThat(problem(response, 415, "unsupported-media-type").get("detail").asString())
					.endsWith("send one of application/json, text/csv, application/vnd.apache.arrow.stream");
				assertThat(response.headers().firstValue("Accept"))
					.contains("application/json, text/csv, application/vnd.apache.arrow.stream");
			}
		}
		problem(send(request("/sigmoid").POST(BodyPublishers.ofString("{\"x\":[1]}"))), 415, "unsupported-media-type");
	}

	@Test
	void formsAreUnsupportedHoweverLargeOrBroken() {
		String form = "x=" + "1".repeat(3 * 1024 * 1024);
		for (String body : List.of("x=%zz", form)) {
			problem(post("/sigmoid", "application/x-www-form-urlencoded", body), 415, "unsupported-media-type");
			problem(post("/nothing", "application/x-www-form-urlencoded", body), 404, "not-found");
		}
		problem(send(request("/sigmoid").header("Content-Type", "application/x-www-form-urlencoded")
			.method("PUT", BodyPublishers.ofString("x=%zz"))), 405, "method-not-allowed");
		problem(post("/nothing", "multipart/form-data", "x=1"), 404, "not-found");
	}

	@Test
	void compressedBodiesAreUnsupported() {
		HttpRequest.Builder request = request("/sigmoid").header("Content-Type", "application/json")
			.header("Content-Encoding", "gzip")
			.POST(BodyPublishers.ofString("{\"x\":[1]}"));
		assertThat(problem(send(request), 415, "unsupported-media-type").get("detail").asString())
			.isEqualTo("the Content-Encoding of the body is 'gzip': send it as it is, without one");
	}

	@Test
	void pathParametersAreNotIgnored() {
		problem(get("/sigmoid;x=1?x=2"), 400, "invalid-parameter");
	}

	@Test
	void thousandsOfFaultsAreNotAllRepeated() {
		HttpResponse<String> response = get("/sigmoid?x=" + ",".repeat(5000));
		assertThat(problem(response, 400, "invalid-parameter").get("errors").size()).isEqualTo(10);
		assertThat(response.body()).hasSizeLessThan(5000);
	}

	@Test
	void pagesOfOtherOriginsCanReadEveryProblem() {
		for (HttpResponse<String> response : List.of(
				send(request("/sigmoid?x=a").header("Origin", "https://a.example")),
				send(request("/sigmoid?x=a").header("Origin", "https://a.example")
					.method("PUT", BodyPublishers.noBody())),
				send(request("/nothing").header("Origin", "https://a.example")),
				send(request("/sigmoid?x=" + "1".repeat(40_000)).header("Origin", "https://a.example")))) {
			assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
		}
		problem(send(request("/problems").header("Origin", "https://a.example")
			.header("Access-Control-Request-Method", "DELETE")
			.method("OPTIONS", BodyPublishers.noBody())), 403, "forbidden-origin");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			?start=0&stop=1&count=1000001  | 1000001 points were asked for, an answer has at most 1000000
			?start=0&stop=1&step=1e-300    | about 1.0E+300 points were asked for
			?start=-1e308&stop=1e308&step=1e-400 | about 2.0E+708 points were asked for
			""")
	void tooManyPointsAreRefusedWithBothNumbers(String query, String detail) {
		for (HttpResponse<String> response : forEveryClient(request("/sigmoid" + query))) {
			assertThat(problem(response, 413, "too-many-points").get("detail").asString()).startsWith(detail);
		}
	}

	@Test
	void tooManyValuesInABodyAreRefused() {
		String body = "{\"x\":[" + "1,".repeat(1_000_000) + "1]}";
		assertThat(problem(post("/sigmoid", "application/json", body), 413, "too-many-points").get("detail").asString())
			.contains("1000000");
	}

	@Test
	void tooLargeABodyIsRefusedWhetherItSaysItsLengthOrNot() {
		String body = "{\"x\":[" + " ".repeat(33 * 1024 * 1024) + "1]}";
		assertThat(problem(post("/sigmoid", "application/json", body), 413, "body-too-large").get("detail").asString())
			.contains("the limit is 33554432 bytes");
		HttpRequest.Builder chunked = request("/sigmoid").header("Content-Type", "application/json")
			.POST(BodyPublishers
				.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII))));
		assertThat(problem(send(chunked), 413, "body-too-large").get("detail").asString())
			.contains("more than the limit of 33554432 bytes");
	}

	@Test
	void tooLongAUrlIsRefused() {
		JsonNode problem = problem(get("/sigmoid?x=" + "1,".repeat(20_000) + "1"), 414, "uri-too-long");
		assertThat(problem.get("detail").asString()).contains("POST");
	}

	@Test
	void tooLongHeadersAreRefused() {
		problem(send(request("/sigmoid?x=1").header("X-Long", "x".repeat(40_000))), 431, "headers-too-large");
	}

	@Test
	void pagesMayNotUseOtherMethods() {
		problem(send(request("/sigmoid").header("Origin", "https://a.example")
			.header("Access-Control-Request-Method", "DELETE")
			.method("OPTIONS", BodyPublishers.noBody())), 403, "forbidden-origin");
	}

	@ParameterizedTest
	@EnumSource
	void typeOfEveryProblemIsExplainedOnThePage(ProblemType type) {
		HttpResponse<String> page = get("/problems");
		assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
		assertThat(page.body()).contains("id=\"" + type.slug() + "\"").contains(type.title());
	}

	/** The answers for clients that accept JSON, or only CSV, or do not say. */
	private static List<HttpResponse<String>> forEveryClient(HttpRequest.Builder request) {
		return List.of(send(request.copy()), send(request.copy().header("Accept", "application/json")),
				send(request.copy().header("Accept", "text/csv")));
	}

}
