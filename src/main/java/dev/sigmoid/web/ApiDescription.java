package dev.sigmoid.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import dev.sigmoid.grid.Grid;
import dev.sigmoid.grid.Values;
import dev.sigmoid.plot.Frame;
import dev.sigmoid.service.Secant;
import dev.sigmoid.service.SigmoidService;
import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The description of the API: prose, shapes and examples of errors from {@code api.yaml},
 * operations from the handlers.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

	static {
		// bound by our own resolvers and converters: their Java shape is not that of the
		// wire
		SpringDocUtils.getConfig()
			.addRequestWrapperToIgnore(Grid.class, Values.class, Include.class, Secant.class, Frame.class);
	}

	@Bean
	OpenAPI api(BuildProperties build) {
		OpenAPI api = fromResource();
		api.getInfo().setVersion(build.getVersion());
		return api;
	}

	/** Drops the schemas that springdoc guessed from Java types. */
	@Bean
	GlobalOpenApiCustomizer wireShapesOnly() {
		return (api) -> api.setComponents(fromResource().getComponents());
	}

	@Bean
	OperationCustomizer slopes(SigmoidService service) {
		return new SlopeDescription(service);
	}

	@Bean
	OperationCustomizer operations(SigmoidService service) {
		return new OperationDescription(service);
	}

	@Bean
	OperationCustomizer plots() {
		return new PlotDescription();
	}

	private static OpenAPI fromResource() {
		try (InputStream yaml = ApiDescription.class.getResourceAsStream("api.yaml")) {
			return Yaml31.mapper().readValue(Objects.requireNonNull(yaml), OpenAPI.class);
		}
		catch (IOException ex) {
			throw new IllegalStateException("api.yaml cannot be read", ex);
		}
	}

}
