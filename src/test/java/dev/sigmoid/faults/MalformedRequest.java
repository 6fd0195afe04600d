package dev.sigmoid.faults;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;

import dev.sigmoid.format.ArrowStreamBuilder;

/**
 * The ways in which a request can be wrong; each makes as many different ones as are
 * wanted.
 */
enum MalformedRequest {

	/** A request line of words that belong there, and of others. */
	REQUEST_LINE((random) -> text(String.join(any(random, " ", "  ", "\t", ""),
			any(random, "GET", "get", "G@T", "", "POST", "TRACE", "CONNECT", "\u0000", "PRI", "OPTIONS"),
			any(random, "/sigmoid?x=1", "sigmoid", "//", "/../..", "*", "http://", "http://a b/", "/%zz", "/\u0000", "",
					"/sigmoid?x={}", "/é", "a:1"),
			any(random, "HTTP/1.1", "HTTP/1.0", "HTTP/9.9", "HTTP/2.0", "http/1.1", "HTTP/1.", "", "\u0007"))
			+ "\r\nHost: a\r\n\r\n")),

	/** A header that is none, or says what cannot be. */
	HEADER((random) -> text("GET /sigmoid?x=1 HTTP/1.1\r\n" + any(random, "Host: a\r\n", "", "Host: a\r\nHost: b\r\n")
			+ any(random, "No colon", ": no name", "Na me: v", " folded: v", "\u0000: v", "X: \u0000", "X: \u007f",
					"Host: a b", "Host: [::", "Host: a:99999999", "Content-Length: -1", "Content-Length: 1e3",
					"Content-Length: 99999999999999999999", "Transfer-Encoding: nonsense",
					"Transfer-Encoding: chunked, chunked", "Accept: /", "Accept: a/b;q=9",
					"Accept: " + noise(random, 40), "Accept-Encoding: gzip;q=x", "If-None-Match: \"", "Origin: null",
					"Origin: :", "Expect: nonsense", "Connection: upgrade\r\nUpgrade: h2c", "Range: bytes=9-1",
					"Cookie: =;=;" + noise(random, 20))
			+ "\r\n\r\n")),

	/** More headers, or longer ones, than a server can be asked to keep. */
	HUGE_HEADERS((random) -> text("GET /" + "a".repeat(random.nextBoolean() ? random.nextInt(40_000) : 1)
			+ " HTTP/1.1\r\nHost: a\r\n"
			+ ("X-" + "n".repeat(random.nextInt(1, 300)) + ": " + "v".repeat(random.nextInt(1, 20_000)) + "\r\n")
				.repeat(random.nextInt(1, 30))
			+ "\r\n")),

	/** A body in chunks that are none. */
	CHUNKS((random) -> text(post("application/json", "Transfer-Encoding: chunked")
			+ any(random, "9\r\n{\"x\":[1]}\r\n", "fffffffffffffffff\r\n", "-1\r\n", "zz\r\n{}\r\n",
					"9;ext=\u0000\r\n{\"x\":[1]}\r\n", "2\r\n{\"x\":[1]}\r\n", "9\n{\"x\":[1]}\n", "9\r\n{\"x\":[1]}",
					"7fffffff\r\n{", "\r\n\r\n", noise(random, 30))
			+ any(random, "0\r\n\r\n", "", "0\r\nX: y\r\n\r\n", "0\r\n" + noise(random, 20),
					"00000000000000000000\r\n\r\n"))),

	/** A body that is longer or shorter than was said. */
	WRONG_LENGTH((random) -> {
		String body = "{\"x\":[%d]}".formatted(random.nextInt(1000));
		return text(
				post("application/json",
						"Content-Length: " + Math.max(0,
								body.length() + random.nextInt(-9, 9) + (random.nextInt(4) == 0 ? 40_000_000 : 0)))
						+ body);
	}),

	/** Nothing but zeros. */
	ZEROS((random) -> new byte[random.nextInt(1, 2000)]),

	/** Nothing but noise. */
	NOISE((random) -> bytes(random, random.nextInt(1, 2000))),

	/** The beginning of what a client says that takes the port for one of TLS. */
	HALF_TLS((random) -> {
		byte[] hello = bytes(random, random.nextInt(6, 300));
		ByteBuffer.wrap(hello).put(new byte[] { 22, 3, 1, 2, 0, 1 });
		return hello;
	}),

	/** A request as it should be, with something behind it. */
	PIPELINED_NOISE((random) -> concat(text("GET /sigmoid?x=1 HTTP/1.1\r\nHost: a\r\n\r\n"),
			random.nextBoolean() ? bytes(random, random.nextInt(1, 500)) : REQUEST_LINE.bytes.apply(random))),

	JSON_BODY((random) -> withBody("application/json", mutated(random, text("{\"x\": [-1.5, 0, 2e-3, 700, 0.1]}")))),

	CSV_BODY((random) -> withBody("text/csv", mutated(random, text("x\r\n-1.5\r\n0\r\n2e-3\r\n700\r\n")))),

	ARROW_BODY((random) -> withBody("application/vnd.apache.arrow.stream",
			mutated(random, ArrowStreamBuilder.of(new double[] { -1.5, 0 }, new double[] { 2e-3 })))),

	/** Parameters that say too much, too little, or something else. */
	QUERY((random) -> {
		StringBuilder query = new StringBuilder();
		int parameters = random.nextInt(1, 6);
		for (int i = 0; i < parameters; i++) {
			query
				.append(any(random, "x", "start", "stop", "step", "count", "endpoint", "include", "format", "from",
						"to", "width", "height", "strat", "", "%", "x%00"))
				.append(any(random, "=", "=", "=", "", "=="))
				.append(any(random, "0", "-0", "1", "1e308", "1e309", "1e999999999", "-1e-400", "NaN", "", "+", "%2B1",
						"1,2", ",", "true", "derivative", "json", "png", "%00", "%c3%28", "%", "<script>", "0x1p3",
						"1000001", "9".repeat(65), noise(random, 8)))
				.append(any(random, "&", "&", "&", ";", "&&", "#"));
		}
		String path = any(random, "/sigmoid", "/tanh", "/sigmoid/derivative", "/tanh/derivative", "/sigmoid/slope",
				"/sigmoid/plot", "/actuator/health", "/v3/api-docs", "/problems");
		return text("GET " + path + "?" + query + " HTTP/1.1\r\nHost: a\r\n\r\n");
	}),

	/** Some bytes of a good request changed, lost or repeated. */
	MUTATION((random) -> mutated(random, text("""
			GET /sigmoid?start=-6&stop=6&step=0.5&format=csv HTTP/1.1
			Host: localhost:8080
			Accept: text/csv, */*;q=0.5
			Accept-Encoding: gzip
			If-None-Match: W/"a"

			""".replace("\n", "\r\n"))));

	private final Function<Random, byte[]> bytes;

	MalformedRequest(Function<Random, byte[]> bytes) {
		this.bytes = bytes;
	}

	byte[] make(Random random) {
		return this.bytes.apply(random);
	}

	private static String any(Random random, String... choices) {
		return choices[random.nextInt(choices.length)];
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] bytes(Random random, int count) {
		byte[] bytes = new byte[count];
		random.nextBytes(bytes);
		return bytes;
	}

	private static String noise(Random random, int count) {
		return new String(bytes(random, count), StandardCharsets.ISO_8859_1);
	}

	private static String post(String contentType, String header) {
		return "POST /sigmoid HTTP/1.1\r\nHost: a\r\nContent-Type: %s\r\n%s\r\n\r\n".formatted(contentType, header);
	}

	private static byte[] withBody(String contentType, byte[] body) {
		return concat(text(post(contentType, "Content-Length: " + body.length)), body);
	}

	private static byte[] concat(byte[] first, byte[] second) {
		return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
	}

	/** Changes, removes, repeats or cuts off something, one to four times. */
	private static byte[] mutated(Random random, byte[] original) {
		byte[] bytes = original.clone();
		for (int i = random.nextInt(1, 5); i > 0 && bytes.length > 0; i--) {
			int at = random.nextInt(bytes.length);
			byte[] before = Arrays.copyOf(bytes, at);
			byte[] after = Arrays.copyOfRange(bytes, at, bytes.length);
			bytes = switch (random.nextInt(5)) {
				case 0 -> concat(concat(before, bytes(random, 1)), Arrays.copyOfRange(after, 1, after.length));
				case 1 -> concat(concat(before, bytes(random, random.nextInt(1, 20))), after);
				case 2 -> concat(before, Arrays.copyOfRange(after, random.nextInt(after.length) + 1, after.length));
				case 3 -> concat(concat(before, after), after);
				default -> before;
			};
		}
		return bytes;
	}

}
