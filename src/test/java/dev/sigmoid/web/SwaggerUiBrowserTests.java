package dev.sigmoid.web;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;

/** A person who has never called the service finds out how in Swagger UI. */
class SwaggerUiBrowserTests extends BrowserTest {

	private static final String ANSWER = " .live-responses-table .response .response-col_description";

	@BeforeEach
	void load() {
		device(1280, "light");
		open("/swagger-ui.html");
	}

	@Test
	void singleValueIsTried() {
		String operation = expand("sigmoid-sigmoid");
		for (String range : new String[] { "start", "stop", "step", "count" }) {
			fill(operation, range, "");
		}
		execute(operation);
		assertThat(answer(operation)).contains("0.62245933120185");
	}

	@Test
	void rangeIsTried() {
		String operation = expand("sigmoid-sigmoidDerivative");
		removeItems(operation);
		fill(operation, "start", "-1");
		fill(operation, "stop", "1");
		fill(operation, "step", "1");
		fill(operation, "count", "");
		execute(operation);
		assertThat(answer(operation)).contains("-1", "0.25");
	}

	@Test
	void batchIsTried() {
		String operation = expand("sigmoid-sigmoidBatch");
		execute(operation);
		assertThat(answer(operation)).contains("0.5", "0.7310585786300049");
	}

	@Test
	void plotIsShownAsAPicture() {
		String operation = expand("plots-sigmoidPlot");
		execute(operation);
		WebElement picture = find(operation + ANSWER + " img");
		until(() -> "true".equals(ask("return arguments[0].complete && arguments[0].naturalWidth === 900", picture)));
	}

	private static String expand(String id) {
		String operation = "#operations-" + id;
		find(operation + " .opblock-summary-control").click();
		find(operation + " .execute");
		return operation;
	}

	private static void fill(String operation, String parameter, String text) {
		find(operation + " [data-param-name=" + parameter + "] input").sendKeys(Keys.chord(Keys.CONTROL, "a"),
				text.isEmpty() ? Keys.DELETE : text);
	}

	private static void removeItems(String operation) {
		By items = By.cssSelector(operation + " [data-param-name=x] .json-schema-form-item-remove");
		while (!browser().findElements(items).isEmpty()) {
			browser().findElement(items).click();
		}
	}

	private static void execute(String operation) {
		find(operation + " .execute").click();
	}

	private static String answer(String operation) {
		return until(() -> {
			String text = find(operation + ANSWER).getText();
			return text.contains("Response body") ? text : null;
		});
	}

}
