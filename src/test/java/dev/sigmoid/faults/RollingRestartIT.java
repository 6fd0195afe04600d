package dev.sigmoid.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Three replicas behind nginx, as configured in {@code src/test/resources/faults}, are
 * restarted one after the other while clients ask. Lost is every request that is not
 * answered in full with what was asked for.
 */
@Tag("faults")
class RollingRestartIT {

	private static final int REPLICAS = 3;

	private static final List<String> REQUESTS = List.of("GET /sigmoid?x=0.5 HTTP/1.1\r\nHost: a\r\n\r\n",
			"GET /sigmoid?x=0.5 HTTP/1.1\r\nHost: a\r\n\r\n", "GET /sigmoid?x=0.5 HTTP/1.1\r\nHost: a\r\n\r\n",
			"GET /sigmoid?start=-6&stop=6&count=100000 HTTP/1.1\r\nHost: a\r\n\r\n",
			"GET /tanh?start=-6&stop=6&count=500000&format=csv HTTP/1.1\r\nHost: a\r\n\r\n", """
					POST /sigmoid HTTP/1.1\r
					Host: a\r
					Content-Type: application/json\r
					Content-Length: 11\r
					\r
					{"x":[1,2]}""");

	private final AtomicBoolean stopped = new AtomicBoolean();

	private final AtomicInteger answered = new AtomicInteger();

	private final List<String> lost = new CopyOnWriteArrayList<>();

	@Test
	void noRequestIsLostWhileReplicasAreRestartedOneAfterTheOther() throws IOException, InterruptedException {
		Path nginx = nginx();
		if (nginx == null) {
			assertThat(System.getenv("CI")).as("nginx is installed, as CI=true demands").isNotEqualTo("true");
			Assumptions.abort("nginx is not installed: apt-get install nginx, or its like");
		}
		List<ServiceProcess> replicas = new ArrayList<>();
		for (int i = 0; i < REPLICAS; i++) {
			replicas.add(ServiceProcess.start());
		}
		int port = ServiceProcess.freePort();
		Process balancer = balancer(nginx, port, replicas);
		try {
			List<Thread> clients = REQUESTS.stream()
				.map((request) -> Thread.ofPlatform().start(() -> ask(port, request)))
				.toList();
			TimeUnit.SECONDS.sleep(3);
			for (int i = 0; i < REPLICAS; i++) {
				ServiceProcess old = replicas.get(i);
				old.terminate();
				assertThat(old.awaitExit()).isIn(0, 143);
				replicas.set(i, ServiceProcess.startOn(old.port()));
				TimeUnit.SECONDS.sleep(2);
			}
			this.stopped.set(true);
			for (Thread client : clients) {
				client.join();
			}
			System.out.printf("%d replicas restarted one after the other: %,d requests answered, %d lost%n", REPLICAS,
					this.answered.get(), this.lost.size());
			assertThat(this.lost.stream().distinct().limit(20)).isEmpty();
		}
		finally {
			balancer.destroy();
			replicas.forEach(ServiceProcess::close);
		}
	}

	private void ask(int port, String request) {
		Answer first = null;
		while (!this.stopped.get()) {
			try (Connection connection = new Connection(port)) {
				boolean open = true;
				while (open && !this.stopped.get()) {
					connection.send(request);
					Answer answer = connection.receive();
					first = (first == null) ? answer : first;
					if (answer.status() == 200 && answer.isSameAs(first)) {
						this.answered.incrementAndGet();
					}
					else {
						this.lost.add(answer.summary());
					}
					open = !answer.closes();
					Thread.sleep(5);
				}
			}
			catch (IOException | InterruptedException ex) {
				this.lost.add(ex.toString());
			}
		}
	}

	private static Process balancer(Path nginx, int port, List<ServiceProcess> replicas)
			throws IOException, InterruptedException {
		String configuration = Files.readString(Path.of("src/test/resources/faults/nginx.conf"))
			.replace("${port}", Integer.toString(port));
		for (int i = 0; i < replicas.size(); i++) {
			configuration = configuration.replace("${replica" + (i + 1) + "}",
					Integer.toString(replicas.get(i).port()));
		}
		Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/faults")), "nginx")
			.toAbsolutePath();
		Path file = Files.writeString(folder.resolve("nginx.conf"), configuration);
		Process process = new ProcessBuilder(nginx.toString(), "-p", folder.toString(), "-c", file.toString(), "-g",
				"daemon off;")
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("nginx.log").toFile())
			.start();
		TimeUnit.SECONDS.sleep(1);
		assertThat(process.isAlive()).as(Files.readString(folder.resolve("nginx.log"))).isTrue();
		return process;
	}

	private static @Nullable Path nginx() {
		// Debian keeps it where only root's PATH leads
		return Stream.concat(Stream.of(System.getenv("PATH").split(":", -1)), Stream.of("/usr/sbin"))
			.map((folder) -> Path.of(folder, "nginx"))
			.filter(Files::isExecutable)
			.findFirst()
			.orElse(null);
	}

}
