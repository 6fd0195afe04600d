package dev.sigmoid.web;

import java.util.stream.Stream;

import dev.sigmoid.format.Format;
import dev.sigmoid.service.Function;
import dev.sigmoid.service.Secant;
import dev.sigmoid.service.SigmoidService;
import dev.sigmoid.service.Slope;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.web.method.HandlerMethod;

/**
 * Describes the operations that answer with a slope.
 */
final class SlopeDescription implements OperationCustomizer {

	private static final Secant SECANT = new Secant(-1, 1);

	private final SigmoidService service;

	SlopeDescription(SigmoidService service) {
		this.service = service;
	}

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		Accepts accepts = handler.getMethodAnnotation(Accepts.class);
		if (accepts == null || handler.getMethod().getReturnType() != Slope.class) {
			return operation;
		}
		operation.setParameters(Stream.of(accepts.value()).map(SlopeDescription::parameter).toList());
		operation.setResponses(responses(operation.getOperationId()));
		return operation;
	}

	private static Parameter parameter(QueryParameter parameter) {
		return new Parameter().$ref("#/components/parameters/slope-" + parameter.key());
	}

	private ApiResponses responses(String operation) {
		MediaType json = new MediaType().schema(new JsonSchema().$ref("#/components/schemas/Slope"))
			.addExamples("secant", example(operation));
		ApiResponses responses = new ApiResponses();
		responses.addApiResponse("200", new ApiResponse().description("The slope.")
			.content(new Content().addMediaType(Format.JSON_TYPE, json)));
		responses.addApiResponse("400", new ApiResponse().$ref("#/components/responses/InvalidRequest"));
		responses.addApiResponse("406", new ApiResponse().$ref("#/components/responses/NotAcceptable"));
		responses.addApiResponse("500", new ApiResponse().$ref("#/components/responses/InternalError"));
		return responses;
	}

	private Example example(String operation) {
		Function function = operation.startsWith("tanh") ? Function.TANH : Function.SIGMOID;
		return new Example().summary("between -1 and 1 (from=-1&to=1)")
			.value(Json31.mapper().valueToTree(this.service.slope(function, SECANT)));
	}

}
