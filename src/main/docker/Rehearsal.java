import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Starts the service by the given command on a free port, asks it everything that it is for, in rounds of a hundred
 * requests, stops it by SIGTERM, and says how much memory it held at last and at most.
 *
 * <pre>
 * java Rehearsal.java ROUNDS COMMAND...
 * </pre>
 *
 * The build of the image trains the AOT cache with it and proves that the cache is used; CI measures memory with it. Any
 * answer of another status than expected, or an end of the service other than by the signal, is a failure. It is plain
 * Java as the image has no curl, and loads the service from two threads.
 */
final class Rehearsal {

	private static final int THREADS = 2;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final String JSON = "application/json";

	private static final String CSV = "text/csv";

	private static final String ARROW = "application/vnd.apache.arrow.stream";

	/** An Arrow stream is a schema, here of one column x of doubles, */
	private static final byte[] SCHEMA = Base64.getMimeDecoder().decode("""
			/////2gAAAAQAAAAAAAKAAwABgAFAAgACgAAAAABBAAMAAAACAAIAAAABAAIAAAABAAAAAEAAAAQAAAADAASAAgABgAHAAwADAAA
			AAAAAQMYAAAADAAAAAAABgAIAAYABgAAAAAAAgABAAAAeAAAAA==
			""");

	/** record batches, here of the 8 values -40, -2.5, -1, -0.1, 0.1, 1, 2.5 and 40, */
	private static final byte[] RECORD_BATCH = Base64.getMimeDecoder().decode("""
			/////4gAAAAUAAAAAAAAAAwAFgAGAAUACAAMAAwAAAAAAwQAGAAAAHgAAAAAAAAAAAAKABgADAAEAAgACgAAADwAAAAQAAAACAAA
			AAAAAAAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAEAAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAA
			RMAAAAAAAAAEwAAAAAAAAPC/mpmZmZmZub+amZmZmZm5PwAAAAAAAPA/AAAAAAAABEAAAAAAAABEQAAAAAAAAAAAAAAAAAAAAAAA
			AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
			""");

	/** and its end. */
	private static final byte[] END_OF_STREAM = { -1, -1, -1, -1, 0, 0, 0, 0 };

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI root;

	private Rehearsal(int port) {
		this.root = URI.create("http://127.0.0.1:" + port);
	}

	public static void main(String[] args) throws Exception {
		int rounds = Integer.parseInt(args[0]);
		List<String> command = List.of(args).subList(1, args.length);
		int port = freePort();
		ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
		builder.environment().put("SERVER_PORT", Integer.toString(port));
		Process service = builder.start();
		try {
			Rehearsal rehearsal = new Rehearsal(port);
			rehearsal.awaitReadiness(service);
			rehearsal.play(rounds);
			System.out.println("rehearsal: " + rounds * 100 + " requests, " + memory(service));
			stop(service);
		}
		finally {
			service.destroyForcibly();
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private void awaitReadiness(Process service) throws InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!isReady()) {
			check(service.isAlive(), "the service ended before it was ready");
			check(System.nanoTime() < deadline, "the service was not ready after " + PATIENCE);
			Thread.sleep(20);
		}
	}

	private boolean isReady() throws InterruptedException {
		try {
			return get("/actuator/health/readiness").statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private void play(int rounds) throws Exception {
		byte[] arrow = arrow();
		List<Thread> threads = IntStream.range(0, THREADS).mapToObj((thread) -> Thread.ofPlatform().unstarted(() -> {
			for (int round = thread; round < rounds; round += THREADS) {
				round(round, arrow);
			}
		})).toList();
		Failure failure = new Failure();
		for (Thread thread : threads) {
			thread.setUncaughtExceptionHandler(failure);
			thread.start();
		}
		for (Thread thread : threads) {
			thread.join();
		}
		if (failure.cause != null) {
			throw new IllegalStateException("the rehearsal failed", failure.cause);
		}
	}

	/** A hundred requests: mostly single values, and one or two of everything else. */
	private void round(int round, byte[] arrow) {
		try {
			singleValues(round);
			ranges();
			batches(round, arrow);
			pictures(round);
			pages();
			errors();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** 59 requests. */
	private void singleValues(int round) throws IOException, InterruptedException {
		List<String> paths = List.of("/sigmoid", "/sigmoid/derivative", "/tanh", "/tanh/derivative");
		for (int i = 0; i < 47; i++) {
			expect(200, get(paths.get(i % 4) + "?x=" + (i - 23) * 0.37 + round));
		}
		for (String path : paths) {
			expect(200, get(path + "?x=-1,0,1"));
			expect(200, get(path + "?x=0.5&format=text"));
		}
		expect(200, get("/sigmoid/slope?from=-1&to=" + round));
		expect(200, get("/tanh/slope?from=0.5&to=0.5"));
		expect(200, get("/sigmoid?x=0.5&include=derivative"));
		expect(200, get("/tanh?x=-0.5", "Accept", CSV));
	}

	/** 17 requests, mostly of 1,000 points. */
	private void ranges() throws IOException, InterruptedException {
		for (String format : List.of("json", "ndjson", "csv", "text", "arrow")) {
			expect(200, get("/sigmoid?start=-5&stop=5&step=0.01&format=" + format));
			expect(200, get("/tanh?start=-5&stop=5&count=1000&include=derivative&format=" + format));
		}
		for (String path : List.of("/sigmoid", "/sigmoid/derivative", "/tanh", "/tanh/derivative")) {
			expect(200, get(path + "?start=-5&stop=5&step=0.01", "Accept-Encoding", "gzip"));
		}
		expect(200, get("/sigmoid?start=-700&stop=700&count=20000"));
		String tag = get("/tanh?start=0&stop=1&count=3").headers().firstValue("ETag").orElseThrow();
		expect(304, get("/tanh?start=0&stop=1&count=3", "If-None-Match", tag));
	}

	/** 10 requests, mostly of 1,000 points. */
	private void batches(int round, byte[] arrow) throws IOException, InterruptedException {
		IntFunction<String> value = (i) -> Double.toString((i - 500) * 0.013 + round * 1e-7);
		String json = IntStream.range(0, 1000).mapToObj(value).collect(Collectors.joining(",", "{\"x\":[", "]}"));
		String csv = IntStream.range(0, 1000).mapToObj(value).collect(Collectors.joining("\r\n", "x\r\n", "\r\n"));
		for (String format : List.of("json", "csv", "arrow")) {
			expect(200, post("/sigmoid?format=" + format, JSON, BodyPublishers.ofString(json)));
			expect(200, post("/tanh/derivative?format=" + format, CSV, BodyPublishers.ofString(csv)));
			expect(200, post("/sigmoid/derivative?format=" + format, ARROW, BodyPublishers.ofByteArray(arrow)));
		}
		expect(200, post("/tanh?include=derivative", JSON, BodyPublishers.ofString("{\"x\":[-40,0,40]}")));
	}

	/** 2 requests. */
	private void pictures(int round) throws IOException, InterruptedException {
		String function = (round % 2 == 0) ? "/sigmoid" : "/tanh";
		expect(200, get(function + "/plot?start=-6&stop=6&format=svg"));
		expect(200, get(function + "/plot?format=png"));
	}

	/** 6 requests. */
	private void pages() throws IOException, InterruptedException {
		expect(200, get("/"));
		expect(200, get("/problems"));
		expect(200, get("/swagger-ui/index.html"));
		expect(200, get("/v3/api-docs"));
		expect(200, get("/actuator/health/liveness"));
		expect(200, get("/actuator/health/readiness"));
	}

	/** 6 requests that are refused. */
	private void errors() throws IOException, InterruptedException {
		expect(400, get("/sigmoid"));
		expect(400, get("/sigmoid?x=abc"));
		expect(400, post("/sigmoid", JSON, BodyPublishers.ofString("{\"x\":[1,null]}")));
		expect(404, get("/nothing"));
		expect(406, get("/sigmoid?x=1", "Accept", "image/gif"));
		expect(413, get("/sigmoid?start=0&stop=1&step=1e-300"));
	}

	/** A stream of 1,000 values. */
	private static byte[] arrow() throws IOException {
		ByteArrayOutputStream stream = new ByteArrayOutputStream();
		stream.write(SCHEMA);
		for (int i = 0; i < 125; i++) {
			stream.write(RECORD_BATCH);
		}
		stream.write(END_OF_STREAM);
		return stream.toByteArray();
	}

	private HttpResponse<byte[]> get(String pathAndQuery, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = request(pathAndQuery);
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.client.send(request.build(), BodyHandlers.ofByteArray());
	}

	private HttpResponse<byte[]> post(String pathAndQuery, String type, BodyPublisher body)
			throws IOException, InterruptedException {
		HttpRequest request = request(pathAndQuery).header("Content-Type", type).POST(body).build();
		return this.client.send(request, BodyHandlers.ofByteArray());
	}

	private HttpRequest.Builder request(String pathAndQuery) {
		return HttpRequest.newBuilder(this.root.resolve(pathAndQuery)).timeout(PATIENCE);
	}

	private static byte[] expect(int status, HttpResponse<byte[]> response) {
		byte[] body = response.body();
		check(response.statusCode() == status, response.uri() + " was answered " + response.statusCode() + ", not " + status
				+ ": " + new String(body, 0, Math.min(body.length, 500), StandardCharsets.UTF_8));
		return body;
	}

	private static String memory(Process service) throws IOException {
		return Files.readAllLines(Path.of("/proc", Long.toString(service.pid()), "status")).stream()
			.filter((line) -> line.matches("(VmHWM|VmRSS|RssFile):.*"))
			.map((line) -> line.replaceAll("\\s+", " "))
			.collect(Collectors.joining(", "));
	}

	/** SIGTERM, upon which a JVM ends with status 143, once the service has drained and the AOT cache is written. */
	private static void stop(Process service) throws InterruptedException {
		service.destroy();
		check(service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "the service did not stop within " + PATIENCE);
		check(service.exitValue() == 143, "the service ended with status " + service.exitValue());
	}

	private static void check(boolean condition, String otherwise) {
		if (!condition) {
			throw new IllegalStateException(otherwise);
		}
	}

	/** The first exception of any thread. */
	private static final class Failure implements Thread.UncaughtExceptionHandler {

		private volatile Throwable cause;

		@Override
		public synchronized void uncaughtException(Thread thread, Throwable ex) {
			if (this.cause == null) {
				this.cause = ex;
			}
		}

	}

}
