package dev.sigmoid.web;

import java.util.stream.Stream;

import dev.sigmoid.plot.Plot;
import dev.sigmoid.plot.PlotFormat;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.web.method.HandlerMethod;

/**
 * Describes an operation that answers with a picture: PNG first, because that is what
 * Swagger UI asks for then, and shows; SVG it prints as text.
 */
final class PlotDescription implements OperationCustomizer {

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		Accepts accepts = handler.getMethodAnnotation(Accepts.class);
		if (accepts == null || handler.getMethod().getReturnType() != Plot.class) {
			return operation;
		}
		operation.setParameters(Stream.of(accepts.value()).map(PlotDescription::parameter).toList());
		operation.setResponses(responses());
		return operation;
	}

	private static Parameter parameter(QueryParameter parameter) {
		return new Parameter().$ref("#/components/parameters/plot-" + parameter.key());
	}

	private static ApiResponses responses() {
		ApiResponses responses = new ApiResponses();
		responses.addApiResponse("200", new ApiResponse().description("The picture.").content(pictures()));
		responses.addApiResponse("400", new ApiResponse().$ref("#/components/responses/InvalidRequest"));
		responses.addApiResponse("406", new ApiResponse().$ref("#/components/responses/NotAcceptable"));
		responses.addApiResponse("500", new ApiResponse().$ref("#/components/responses/InternalError"));
		responses.addApiResponse("503", new ApiResponse().$ref("#/components/responses/Overloaded"));
		return responses;
	}

	private static Content pictures() {
		return new Content()
			.addMediaType(PlotFormat.PNG_TYPE,
					new MediaType().schema(new JsonSchema().typesItem("string").format("binary")))
			.addMediaType(PlotFormat.SVG_TYPE, new MediaType().schema(new JsonSchema().typesItem("string")));
	}

}
