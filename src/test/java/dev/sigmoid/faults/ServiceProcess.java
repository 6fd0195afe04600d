package dev.sigmoid.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The jar that is shipped, running in a process of its own with a heap of 64 MB, and
 * watched from outside. Another jar: {@code -Dsigmoid.jar=…}.
 */
final class ServiceProcess implements AutoCloseable {

	private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"), "bin");

	private static final String JAR = System.getProperty("sigmoid.jar", "target/sigmoid.jar");

	/** In megabytes. */
	private static final int SMALL_HEAP = 64;

	private static final Path LOGS = Path.of("target/faults");

	/**
	 * Two busy cores may take a minute; a container's deadline is not what is tested
	 * here.
	 */
	private static final Duration START = Duration.ofMinutes(2);

	/** More than the service itself allows its last requests. */
	private static final Duration STOP = Duration.ofMinutes(1);

	/** Longer than a connection may be idle. */
	private static final Duration SETTLE = Duration.ofSeconds(30);

	private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

	private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

	private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");

	private static final Pattern HEAP = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

	private static final Pattern VIRTUAL_THREADS = Pattern.compile("\\s(\\d+)\\s+\\d+\\s+java\\.lang\\.VirtualThread ");

	private final Process process;

	private final int port;

	private final Path log;

	private ServiceProcess(Process process, int port, Path log) {
		this.process = process;
		this.port = port;
		this.log = log;
	}

	/** Starts the service with some settings, and returns when it is ready. */
	static ServiceProcess start(String... settings) throws IOException, InterruptedException {
		return start(freePort(), SMALL_HEAP, settings);
	}

	/** Starts the service on a port. */
	static ServiceProcess startOn(int port) throws IOException, InterruptedException {
		return start(port, SMALL_HEAP);
	}

	/** Starts the service with a heap of so many megabytes. */
	static ServiceProcess startWithHeap(int megabytes) throws IOException, InterruptedException {
		return start(freePort(), megabytes);
	}

	private static ServiceProcess start(int port, int heap, String... settings)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(JAVA_HOME.resolve("java").toString(), "-Xmx" + heap + "m",
				"-jar", JAR, "--server.port=" + port));
		command.addAll(List.of(settings));
		Files.createDirectories(LOGS);
		Path log = Files.createTempFile(LOGS, "service", ".log");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		// nor does it outlive tests that are interrupted
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		ServiceProcess service = new ServiceProcess(process, port, log);
		service.awaitReady();
		return service;
	}

	/**
	 * Returns a free port that is not in the range of which the system gives ports to
	 * clients: the service is to come back to it.
	 */
	static int freePort() {
		Random random = new Random();
		int port = random.nextInt(20_000, 32_000);
		while (!isFree(port)) {
			port = random.nextInt(20_000, 32_000);
		}
		return port;
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private void awaitReady() throws IOException, InterruptedException {
		Instant deadline = Instant.now().plus(START);
		while (!isReady()) {
			if (!this.process.isAlive() || Instant.now().isAfter(deadline)) {
				this.process.destroyForcibly();
				throw new IllegalStateException("the service did not start: " + Files.readString(this.log));
			}
			Thread.sleep(50);
		}
	}

	private boolean isReady() {
		try (Connection connection = new Connection(this.port)) {
			connection.send("GET /actuator/health/readiness HTTP/1.1\r\nHost: a\r\n\r\n");
			return connection.receive().status() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	int port() {
		return this.port;
	}

	/** Returns all that the process has printed. */
	String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Collects the garbage, and returns what is held then. */
	Footprint footprint() throws IOException, InterruptedException {
		// counts what is reachable, whichever collector runs
		String histogram = jcmd("GC.class_histogram");
		String status = status();
		Matcher virtualThreads = VIRTUAL_THREADS.matcher(histogram);
		return new Footprint(1024 * number(RESIDENT, status), number(HEAP, histogram), (int) number(THREADS, status),
				virtualThreads.find() ? Integer.parseInt(virtualThreads.group(1)) : 0, descriptors());
	}

	/**
	 * Returns what is held when no request is under way and no connection ends any more.
	 */
	Footprint quiet() throws IOException, InterruptedException {
		Instant deadline = Instant.now().plus(SETTLE);
		Footprint before = footprint();
		Thread.sleep(1000);
		Footprint now = footprint();
		while ((now.virtualThreads() > 0 || now.descriptors() < before.descriptors())
				&& Instant.now().isBefore(deadline)) {
			before = now;
			Thread.sleep(1000);
			now = footprint();
		}
		return now;
	}

	/** Returns what is held as soon as it is no more than before, or after a while. */
	Footprint settled(Footprint before, Footprint held) throws IOException, InterruptedException {
		Instant deadline = Instant.now().plus(SETTLE);
		Footprint now = footprint();
		while (!now.isBackTo(before, held) && Instant.now().isBefore(deadline)) {
			Thread.sleep(1000);
			now = footprint();
		}
		return now;
	}

	int descriptors() {
		String[] names = new File("/proc/" + this.process.pid() + "/fd").list();
		return (names == null) ? 0 : names.length;
	}

	/** Returns the most memory in RAM since {@link #forgetPeak}, in bytes. */
	long peak() throws IOException {
		return 1024 * number(PEAK, status());
	}

	void forgetPeak() throws IOException {
		// "5" as proc(5) says
		Files.writeString(Path.of("/proc/" + this.process.pid() + "/clear_refs"), "5");
	}

	/** Sends SIGTERM. */
	void terminate() {
		this.process.destroy();
	}

	/** Returns the exit status, after {@link #terminate}. */
	int awaitExit() throws InterruptedException {
		if (!this.process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
			throw new IllegalStateException("the service did not end within " + STOP);
		}
		return this.process.exitValue();
	}

	@Override
	public void close() {
		// it has no state to save, and how it ends has its own test
		this.process.destroyForcibly();
	}

	private String status() throws IOException {
		return Files.readString(Path.of("/proc/" + this.process.pid() + "/status"));
	}

	private String jcmd(String command) throws IOException, InterruptedException {
		Process jcmd = new ProcessBuilder(JAVA_HOME.resolve("jcmd").toString(), Long.toString(this.process.pid()),
				command)
			.redirectErrorStream(true)
			.start();
		String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		jcmd.waitFor();
		return output;
	}

	private static long number(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		if (!matcher.find()) {
			throw new IllegalArgumentException("no " + pattern + " in " + text);
		}
		return Long.parseLong(matcher.group(1));
	}

}
