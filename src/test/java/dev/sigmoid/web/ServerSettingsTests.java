package dev.sigmoid.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import dev.sigmoid.SigmoidApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Servers of another kind than the usual one, and what they hold when they stop. */
class ServerSettingsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final String LARGE = "/sigmoid?start=0&stop=1&count=20001";

	@Test
	void idleConnectionsHoldNoThreadWhereThreadsAreFew() throws Exception {
		try (HttpClient client = HttpClient.newHttpClient();
				ConfigurableApplicationContext service = start("--spring.threads.virtual.enabled=false",
						"--server.tomcat.threads.max=2");
				RawConnection first = new RawConnection(port(service));
				RawConnection second = new RawConnection(port(service))) {
			for (RawConnection idle : List.of(first, second)) {
				idle.send("GET /sigmoid?x=0 HTTP/1.1\r\nHost: a\r\n\r\n");
				idle.readUntil("{\"x\":0.0,\"y\":0.5}");
			}
			assertThatItAnswers(client, "http://127.0.0.1:" + port(service), Version.HTTP_1_1);
		}
	}

	@Test
	void serviceAnswersByHttp2() throws Exception {
		try (HttpClient client = HttpClient.newBuilder().version(Version.HTTP_2).build();
				ConfigurableApplicationContext service = start("--server.http2.enabled=true")) {
			assertThatItAnswers(client, "http://127.0.0.1:" + port(service), Version.HTTP_2);
		}
	}

	@Test
	void serviceAnswersByTls(@TempDir Path folder) throws Exception {
		Path keys = folder.resolve("keys.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=a", "-ext", "san=ip:127.0.0.1",
				"-keystore", keys.toString(), "-storepass", "changeit")
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("log").toFile())
			.start();
		assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(keytool.exitValue()).as(Files.readString(folder.resolve("log"))).isZero();
		try (HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).sslContext(trusting(keys)).build();
				ConfigurableApplicationContext service = start("--server.ssl.key-store=" + keys,
						"--server.ssl.key-store-password=changeit")) {
			assertThatItAnswers(client, "https://127.0.0.1:" + port(service), Version.HTTP_1_1);
		}
	}

	@Test
	void connectionsWithoutARequestAreClosedWhenItStops() throws IOException {
		ConfigurableApplicationContext service = start();
		try (RawConnection silent = new RawConnection(port(service));
				RawConnection answered = new RawConnection(port(service))) {
			answered.send("GET /sigmoid?x=0 HTTP/1.1\r\nHost: a\r\n\r\n");
			answered.readUntil("{\"x\":0.0,\"y\":0.5}");
			service.close();
			assertThat(silent.readAll()).isEmpty();
			assertThat(answered.readAll()).isEmpty();
		}
	}

	@Test
	void requestThatComesWhileItWaitsForTheLastAnswersIsNotTakenAndNotCalledWrong() throws Exception {
		ConfigurableApplicationContext service = start();
		int port = port(service);
		Thread stop = Thread.ofVirtual().unstarted(service::close);
		try (RawConnection idle = new RawConnection(port)) {
			idle.send("GET /sigmoid?x=0 HTTP/1.1\r\nHost: a\r\n\r\n");
			idle.readUntil("{\"x\":0.0,\"y\":0.5}");
			try (RawConnection stalled = new RawConnection(port)) {
				stalled.send("GET /sigmoid?start=0&stop=1&count=1000000 HTTP/1.1\r\nHost: a\r\n\r\n");
				stalled.readUntil("{\"x\":[0.0,");
				stop.start();
				while (isListening(port)) {
					Thread.sleep(10);
				}
				idle.send("GET /sigmoid?x=0 HTTP/1.1\r\nHost: a\r\n\r\n");
				assertThat(idle.readAll()).isEmpty();
				assertThat(stop.isAlive()).isTrue();
			}
		}
		stop.join();
	}

	private static boolean isListening(int port) {
		try {
			new RawConnection(port).close();
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void assertThatItAnswers(HttpClient client, String address, Version version) throws Exception {
		for (int i = 0; i < 3; i++) {
			HttpResponse<String> value = get(client, address + "/sigmoid?x=0");
			assertThat(value.body()).isEqualTo("{\"x\":0.0,\"y\":0.5}");
			assertThat(value.version()).isEqualTo(version);
			assertThat(get(client, address + LARGE).body()).startsWith("{\"x\":[0.0,").endsWith("]}");
		}
	}

	private static HttpResponse<String> get(HttpClient client, String uri) throws Exception {
		return client.send(HttpRequest.newBuilder(URI.create(uri)).timeout(PATIENCE).build(), BodyHandlers.ofString());
	}

	private static SSLContext trusting(Path keys) throws Exception {
		KeyStore store = KeyStore.getInstance(keys.toFile(), "changeit".toCharArray());
		KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
		trusted.load(null, null);
		trusted.setCertificateEntry("a", store.getCertificate("a"));
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, factory.getTrustManagers(), null);
		return context;
	}

	private static ConfigurableApplicationContext start(String... settings) {
		String[] arguments = new String[settings.length + 2];
		System.arraycopy(settings, 0, arguments, 2, settings.length);
		arguments[0] = "--server.port=0";
		arguments[1] = "--sigmoid.drain-delay=0s";
		return SpringApplication.run(SigmoidApplication.class, arguments);
	}

	private static int port(ConfigurableApplicationContext service) {
		return Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
	}

}
