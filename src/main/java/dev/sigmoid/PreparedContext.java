package dev.sigmoid;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.aot.AotDetector;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.ApplicationListener;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Sets the context that the image's build has prepared aside when the service is told
 * something that may change what it is made of.
 *
 * <p>
 * Spring prepares a context ahead of time by the settings of then: which parts there are
 * is decided once for all. A port of its own for the actuator, say, would be ignored
 * without a word. With such a setting the service starts as it does without preparation,
 * and takes longer.
 */
final class PreparedContext implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	/** Settings that decide which parts there are, with others that don't. */
	private static final List<ConfigurationPropertyName> DECISIVE = names("management", "server", "spring",
			"springdoc");

	/** Those of them that are read by the parts themselves, when they are made. */
	private static final List<ConfigurationPropertyName> READ_LATE = names("server.port", "server.address",
			"spring.application", "spring.aot");

	/** The settings that the jar brings along, by which the context was prepared. */
	private static final String OWN = "class path resource [application.yaml]";

	private static final Log LOG = LogFactory.getLog(PreparedContext.class);

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		if (AotDetector.useGeneratedArtifacts()) {
			decisive(event.getEnvironment()).ifPresent((name) -> {
				SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
				LOG.info("Starting without the prepared context, as %s is set".formatted(name));
			});
		}
	}

	/** Returns a setting from outside that may change which parts there are. */
	static Optional<ConfigurationPropertyName> decisive(ConfigurableEnvironment environment) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource settings && !isOwn(source)) {
				Optional<ConfigurationPropertyName> first = settings.stream()
					.filter((name) -> isAmong(DECISIVE, name) && !isAmong(READ_LATE, name))
					.findFirst();
				if (first.isPresent()) {
					return first;
				}
			}
		}
		return Optional.empty();
	}

	private static boolean isOwn(ConfigurationPropertySource source) {
		return source.getUnderlyingSource() instanceof PropertySource<?> properties
				&& properties.getName().contains(OWN);
	}

	private static boolean isAmong(List<ConfigurationPropertyName> names, ConfigurationPropertyName name) {
		return names.stream().anyMatch((each) -> each.equals(name) || each.isAncestorOf(name));
	}

	private static List<ConfigurationPropertyName> names(String... names) {
		return Stream.of(names).map(ConfigurationPropertyName::of).toList();
	}

}
