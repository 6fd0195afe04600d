package dev.sigmoid.web.observe;

import dev.sigmoid.math.ColdEvaluations;
import dev.sigmoid.web.load.Admission;
import dev.sigmoid.web.load.Drain;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The meters of the service; the README lists them.
 */
@Configuration(proxyBeanMethods = false)
public class MeterConfiguration {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> everyRequestIsCounted(MeterRegistry registry,
			Drain drain) {
		return (factory) -> factory.addEngineValves(new RequestValve(new RequestMeters(registry), drain));
	}

	@Bean
	PointMeters pointMeters(MeterRegistry registry) {
		return new PointMeters(registry);
	}

	@Bean
	MeterBinder load(Admission admission) {
		return (registry) -> {
			Gauge.builder("sigmoid.large.answers", admission, Admission::largeAnswers)
				.description("Large answers under way")
				.register(registry);
			Gauge.builder("sigmoid.batch.memory", admission, Admission::batchMemory)
				.description("Memory kept for batches under way")
				.baseUnit("bytes")
				.register(registry);
			refused(registry, "large-answers",
					FunctionCounter.builder("sigmoid.refused", admission, Admission::refusedAnswers));
			refused(registry, "batch-memory",
					FunctionCounter.builder("sigmoid.refused", admission, Admission::refusedBatches));
		};
	}

	private static void refused(MeterRegistry registry, String reason, FunctionCounter.Builder<Admission> counter) {
		counter.description("Requests refused since too much was under way, by what was missing")
			.tag("reason", reason)
			.register(registry);
	}

	@Bean
	MeterBinder coldPath() {
		return (registry) -> FunctionCounter
			.builder("sigmoid.cold.evaluations", ColdEvaluations.class, (counter) -> ColdEvaluations.count())
			.description("Values that the fast path could not round")
			.register(registry);
	}

}
