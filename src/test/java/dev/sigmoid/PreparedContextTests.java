package dev.sigmoid;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class PreparedContextTests {

	private static final String OWN = "Config resource 'class path resource [application.yaml]' via location 'classpath:/'";

	private static final String FILE = "Config resource 'file [config/application.yaml]' via location 'file:./config/'";

	private final ConfigurableEnvironment environment = environment();

	@ParameterizedTest
	@ValueSource(strings = { "server.port", "server.address", "spring.application.pid", "spring.aot.enabled",
			"sigmoid.max-points", "logging.level.root", "springs.eternal" })
	void isUsedWithSettingsThatPartsReadWhenTheyAreMade(String name) {
		set("systemProperties", name);
		assertThat(PreparedContext.decisive(this.environment)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "management.server.port", "management.endpoints.web.exposure.include",
			"springdoc.api-docs.enabled", "spring.profiles.active", "server.forward-headers-strategy" })
	void isSetAsideByASettingThatMayChangeTheParts(String name) {
		set("systemProperties", name);
		assertThat(PreparedContext.decisive(this.environment)).hasToString("Optional[%s]".formatted(name));
	}

	@Test
	void isSetAsideByAnEnvironmentVariable() {
		this.environment.getPropertySources()
			.addLast(
					new SystemEnvironmentPropertySource("systemEnvironment", Map.of("MANAGEMENT_SERVER_PORT", "9090")));
		assertThat(PreparedContext.decisive(this.environment)).isPresent();
	}

	@Test
	void isSetAsideByAnArgument() {
		this.environment.getPropertySources()
			.addFirst(new SimpleCommandLinePropertySource("--server.port=80", "--springdoc.swagger-ui.enabled=false"));
		assertThat(PreparedContext.decisive(this.environment)).isPresent();
	}

	@Test
	void isSetAsideByAFileBesideTheJar() {
		set(FILE, "spring.mvc.servlet.path");
		assertThat(PreparedContext.decisive(this.environment)).isPresent();
	}

	@Test
	void isUsedWithTheSettingsItWasPreparedBy() {
		set(OWN, "management.endpoints.web.exposure.include");
		assertThat(PreparedContext.decisive(this.environment)).isEmpty();
	}

	private void set(String source, String name) {
		this.environment.getPropertySources().addLast(new MapPropertySource(source, Map.of(name, "x")));
	}

	/** Returns one that knows nothing of this machine. */
	private static ConfigurableEnvironment environment() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
		environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
		ConfigurationPropertySources.attach(environment);
		return environment;
	}

}
