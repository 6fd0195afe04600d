package dev.sigmoid.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.WheelInput;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ExplorerBrowserTests extends BrowserTest {

	@BeforeEach
	void load() {
		device(1280, "light");
		open("/");
		awaitPoint("1");
	}

	@AfterEach
	void consoleHoldsNoError() {
		assertThat(consoleErrors()).isEmpty();
	}

	@Test
	void numbersAreTheServices() {
		for (String x : List.of("1", "0.1", "-3.5", "40", "-700", "1e-9")) {
			type("a", x);
			awaitPoint(x);
			assertThatPointIsTheServices("sigmoid", x);
			assertThatPointIsTheServices("tanh", x);
		}
	}

	@Test
	void pointIsDragged() {
		new Actions(browser()).dragAndDropBy(find("[data-point=sigmoid-a]"), 150, 0).perform();
		until(() -> x("a") > 2);
		String x = String.valueOf(find("#a").getAttribute("value"));
		awaitPoint(x);
		assertThat(x("a")).isBetween(2.5, 4.5);
		assertThatPointIsTheServices("sigmoid", x);
	}

	@Test
	void pointIsMovedByKeys() {
		WebElement point = find("[data-point=sigmoid-a]");
		point.sendKeys(Keys.ARROW_RIGHT);
		awaitPoint("1.1");
		point.sendKeys(Keys.chord(Keys.SHIFT, Keys.ARROW_LEFT));
		awaitPoint("0.1");
		point.sendKeys(Keys.PAGE_UP);
		awaitPoint("1.1");
		point.sendKeys(Keys.HOME);
		awaitPoint("-6");
		assertThat(point.getAttribute("role")).isEqualTo("slider");
		assertThat(point.getAttribute("aria-valuenow")).isEqualTo("-6");
		assertThat(point.getAttribute("aria-valuetext")).startsWith("x -6, sigmoid 0.00247");
	}

	@Test
	void secondPointGivesTheSecant() {
		find("#second").click();
		type("b", "-2");
		until(() -> !find("#sigmoid-slope").getText().isEmpty() && x("b") == -2);
		awaitReady("sigmoid 1 -2");
		JsonNode slope = json(get("/sigmoid/slope?from=1&to=-2")).get("slope");
		assertThat(number("sigmoid-slope")).isEqualTo(slope.asDouble());
		assertThat(find("[data-line=secant]").getAttribute("d")).startsWith("M");
		find("[data-point=sigmoid-b]").sendKeys(Keys.ARROW_RIGHT);
		awaitReady("sigmoid 1 -1.9");
	}

	@Test
	void layersShrinkTheGradient() {
		assertThat(number("left-best")).isEqualTo(Math.pow(0.25, 10));
		find("#depth").sendKeys(Keys.END);
		awaitReady("sigmoid 1 null 100");
		assertThat(number("left-best")).isEqualTo(Math.pow(0.25, 100));
		assertThat(find("#depth-verdict").getText()).contains("From layer 75 on, a 32-bit float holds 0");
	}

	@Test
	void naiveFormulaIsShownToFail() {
		find("[data-tour=naive]").click();
		awaitPoint("40");
		assertThat(find("#sigmoid-naive").getText()).startsWith("0");
		assertThat(find("#sigmoid-naive").getAttribute("class")).contains("wrong");
		assertThat(number("sigmoid-dy")).isEqualTo(json(get("/sigmoid/derivative?x=40")).get("y").asDouble())
			.isPositive();
		assertThat(find("#lost-key").isDisplayed()).isTrue();
		assertThat(find("#depth-verdict").getText()).contains("At x = 40 the naive formula says 0");
	}

	@Test
	void tourSaysWhereTheCurveIsSteepest() {
		find("[data-tour=steepest]").click();
		awaitPoint("0");
		assertThat(find("#verdict").getText())
			.isEqualTo("The steepest place of all: the slope is 0.25 here, and less everywhere else.");
	}

	@Test
	void sigmoidAndTanhStandSideBySide() {
		find("[name=view][value=both]").sendKeys(Keys.SPACE);
		awaitReady("both");
		assertThat(find(".chart.sigmoid svg").isDisplayed()).isTrue();
		assertThat(find(".chart.tanh svg").isDisplayed()).isTrue();
		find("[data-point=tanh-a]").sendKeys(Keys.ARROW_RIGHT);
		awaitReady("both 1.1");
		assertThatPointIsTheServices("sigmoid", "1.1");
		assertThatPointIsTheServices("tanh", "1.1");
	}

	@Test
	void rangeIsTypedAndZoomed() {
		type("start", "-1");
		type("stop", "3");
		until(() -> !browser().findElements(By.cssSelector(".url[href*='start=-1&stop=3']")).isEmpty());
		find("#zoom-in").click();
		until(() -> !browser().findElements(By.cssSelector(".url[href*='start=0&stop=2']")).isEmpty());
		find("#zoom-reset").click();
		until(() -> x("start") == -6 && x("stop") == 6);
		type("stop", "-7");
		assertThat(find("#problem").getText()).isEqualTo("The range goes from the smaller number to the larger one.");
	}

	@Test
	void rangeIsMovedByDraggingAndZoomedByTheWheel() {
		WebElement chart = find(".chart.sigmoid svg");
		new Actions(browser()).moveToElement(chart, 0, 100).clickAndHold().moveByOffset(-100, 0).release().perform();
		until(() -> x("start") > -6);
		assertThat(x("stop") - x("start")).isCloseTo(12, within(0.1));
		double stop = x("stop");
		new Actions(browser()).keyDown(Keys.CONTROL)
			.scrollFromOrigin(WheelInput.ScrollOrigin.fromElement(chart), 0, -200)
			.keyUp(Keys.CONTROL)
			.perform();
		until(() -> x("stop") < stop);
		assertThat(x("stop") - x("start")).isLessThan(11.9);
	}

	@Test
	void bendIsSeenInTheWidestRange() {
		open("/#start=-1e6&stop=3e6&a=0");
		awaitPoint("0");
		until(() -> Double
			.parseDouble(ask("return document.querySelector('[data-line=derivative]').getBBox().height")) > 50);
	}

	@Test
	void urlsShownAnswerWithTheNumbersShown() {
		for (WebElement link : browser().findElements(By.cssSelector(".sources .url"))) {
			String url = String.valueOf(link.getAttribute("href"));
			assertThat(get(url.substring(uri("").toString().length())).statusCode()).as(url).isEqualTo(200);
		}
		String url = String.valueOf(find("[data-source=point] .url").getAttribute("href"));
		assertThat(json(get(url.substring(uri("").toString().length()))).get("dy").asDouble())
			.isEqualTo(number("sigmoid-dy"));
	}

	@Test
	void commandAndUrlAreCopied() {
		browser().executeCdpCommand("Browser.grantPermissions",
				Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
		find("[data-source=point] .copy-curl").click();
		until(() -> find("#copied").getText().contains("curl"));
		assertThat(clipboard()).isEqualTo("curl \"" + uri("/sigmoid?x=1&include=derivative") + "\"");
		find("[data-source=point] .copy-url").click();
		until(() -> find("#copied").getText().contains("URL"));
		assertThat(clipboard()).isEqualTo(uri("/sigmoid?x=1&include=derivative").toString());
	}

	@Test
	void curvesAreDownloaded() throws Exception {
		for (String format : List.of("csv", "png", "svg")) {
			WebElement link = find("[download='sigmoid." + format + "']");
			link.click();
			Path file = downloads.resolve("sigmoid." + format);
			until(() -> Files.exists(file));
			URI url = URI.create(String.valueOf(link.getAttribute("href")));
			try (InputStream answer = url.toURL().openStream()) {
				assertThat(file).hasBinaryContent(answer.readAllBytes());
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "1280, light, sigmoid", "1280, dark, both", "390, light, both", "390, dark, sigmoid" })
	void pageFitsEveryReader(int width, String colours, String view) throws IOException {
		device(width, colours);
		open("/#view=" + view + "&a=40&b=2&start=-50&stop=50");
		awaitReady(view + " 40 2");
		assertThat(Integer.parseInt(ask("return document.documentElement.scrollWidth"))).as("width of the page")
			.isLessThanOrEqualTo(width);
		String background = ask("return getComputedStyle(document.body).backgroundColor");
		assertThat(background).isEqualTo(colours.equals("dark") ? "rgb(15, 20, 26)" : "rgb(246, 247, 249)");
		assertAccessible("what axe finds at %d px, %s, %s".formatted(width, colours, view));
	}

	@Test
	void pageLoadsNothingForeign() {
		assertThat(get("/").headers().firstValue("Content-Security-Policy")).contains(PagePolicy.POLICY);
		assertThat(PagePolicy.POLICY).startsWith("default-src 'none'").doesNotContain("unsafe", "http", "*");
		assertThat(ask(
				"return performance.getEntriesByType('resource').every((each) => each.name.startsWith(location.origin))"))
			.isEqualTo("true");
	}

	private void assertThatPointIsTheServices(String function, String x) {
		JsonNode answer = json(get("/" + function + "?include=derivative&x=" + x));
		assertThat(number(function + "-y")).isEqualTo(answer.get("y").asDouble());
		assertThat(number(function + "-dy")).isEqualTo(answer.get("dy").asDouble());
	}

	private static void type(String field, String text) {
		find("#" + field).sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
	}

	private static double x(String field) {
		return Double.parseDouble(String.valueOf(find("#" + field).getAttribute("value")).replace('\u2212', '-'));
	}

	/** Of an element that may be hidden. */
	private static double number(String id) {
		return Double
			.parseDouble(ask("return document.getElementById(arguments[0]).textContent", id).replace('\u2212', '-'));
	}

	private static void awaitPoint(String x) {
		awaitReady("sigmoid " + x.replace('\u2212', '-') + " ");
	}

	/**
	 * Waits until the page shows the answers for a view, a point, a second point, a
	 * depth.
	 */
	private static void awaitReady(String prefix) {
		until(() -> ask("return document.body.dataset.ready").concat(" ").startsWith(prefix));
	}

	private static String clipboard() {
		return String
			.valueOf(browser().executeAsyncScript("navigator.clipboard.readText().then(arguments[0], arguments[0])"));
	}

}
