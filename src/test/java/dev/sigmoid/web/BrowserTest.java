package dev.sigmoid.web;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.FluentWait;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service in Chromium. Without Chromium and its driver on the PATH these tests are
 * skipped, but not where CI=true says that they must run.
 */
@ExtendWith(BrowserTest.BrowserIsThere.class)
abstract class BrowserTest extends HttpTest {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final @Nullable Path BROWSER = onPath("chromium");

	private static final @Nullable Path SERVICE = onPath("chromedriver");

	@TempDir
	static Path downloads;

	private static @Nullable ChromeDriver driver;

	@BeforeAll
	static void openBrowser() {
		assertThat(BROWSER).as("chromium is on the PATH, as CI=true demands").isNotNull();
		assertThat(SERVICE).as("chromedriver is on the PATH, as CI=true demands").isNotNull();
		driver = new ChromeDriver(
				new ChromeDriverService.Builder().usingDriverExecutable(new File(String.valueOf(SERVICE))).build(),
				options(String.valueOf(BROWSER)));
	}

	@AfterAll
	static void closeBrowser() {
		if (driver != null) {
			driver.quit();
			driver = null;
		}
	}

	private static ChromeOptions options(String browser) {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(browser);
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
				"--disable-component-update", "--disable-sync", "--no-first-run", "--window-size=1280,1000");
		options.setExperimentalOption("prefs", Map.of("download.default_directory", downloads.toString()));
		LoggingPreferences logging = new LoggingPreferences();
		logging.enable(LogType.BROWSER, Level.ALL);
		options.setCapability("goog:loggingPrefs", logging);
		return options;
	}

	private static @Nullable Path onPath(String program) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, program))
			.filter(Files::isExecutable)
			.findFirst()
			.orElse(null);
	}

	static ChromeDriver browser() {
		if (driver == null) {
			throw new IllegalStateException("there is no browser");
		}
		return driver;
	}

	/**
	 * Opens a page anew, even if only its fragment differs from that of the page shown.
	 */
	void open(String pathAndQuery) {
		browser().get("about:blank");
		browser().get("http://127.0.0.1:" + this.port + pathAndQuery);
	}

	static WebElement find(String css) {
		return until(() -> browser().findElements(By.cssSelector(css)).stream().findFirst().orElse(null));
	}

	/** Waits for something that is neither null nor false. */
	static <T> T until(Supplier<@Nullable T> condition) {
		return new FluentWait<>(browser()).withTimeout(PATIENCE)
			.pollingEvery(Duration.ofMillis(20))
			.ignoring(WebDriverException.class)
			.until((browser) -> condition.get());
	}

	static void script(String javascript, Object... arguments) {
		browser().executeScript(javascript, arguments);
	}

	/** Returns what a script returns, as text. */
	static String ask(String javascript, Object... arguments) {
		return String.valueOf(browser().executeScript(javascript, arguments));
	}

	/**
	 * Makes the page as a device with this width, in CSS pixels, and these colours shows
	 * it.
	 */
	static void device(int width, String colours) {
		browser().executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", 1000, "deviceScaleFactor", 1, "mobile", width < 600));
		browser().executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours),
						// a page that still scrolls moves away from under the mouse
						Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
	}

	/** Returns what the console has held since the last call, but for mere notes. */
	static List<String> consoleErrors() {
		return browser().manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.map(LogEntry::getMessage)
			.toList();
	}

	/** Fails where axe finds something that keeps people out. */
	static void assertAccessible(String what) throws IOException {
		try (InputStream axe = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
			script(new String(Objects.requireNonNull(axe).readAllBytes(), StandardCharsets.UTF_8));
		}
		Object found = browser().executeAsyncScript(
				"""
						const done = arguments[arguments.length - 1];
						axe.run().then((result) => done(result.violations
						  .filter((each) => ['serious', 'critical'].includes(each.impact))
						  .map((each) => each.id + ': ' + each.nodes.map((node) => node.target + ' ' + node.failureSummary).join('; '))),
						  (error) => done([String(error)]))""");
		assertThat((List<?>) found).as(what).isEmpty();
	}

	/** Skips a class before the service is started for it. */
	static final class BrowserIsThere implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			if (Boolean.parseBoolean(System.getenv("CI")) || (BROWSER != null && SERVICE != null)) {
				return ConditionEvaluationResult.enabled("the browser is there, or must be");
			}
			return ConditionEvaluationResult.disabled("chromium and chromedriver are not on the PATH: "
					+ "apt-get install chromium chromium-driver, or their like");
		}

	}

}
