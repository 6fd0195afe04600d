package dev.sigmoid.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sigmoid.format.Format;
import dev.sigmoid.grid.Grid;
import dev.sigmoid.grid.Range;
import dev.sigmoid.grid.Values;
import dev.sigmoid.service.Function;
import dev.sigmoid.service.SigmoidService;
import dev.sigmoid.service.Table;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.web.method.HandlerMethod;

/**
 * Describes an operation that answers with a table: the parameters that its handler
 * {@link Accepts accepts}, its body, its answers in every format with examples that the
 * service computes, and its errors.
 */
final class OperationDescription implements OperationCustomizer {

	private static final String BATCH = "Batch";

	private final SigmoidService service;

	OperationDescription(SigmoidService service) {
		this.service = service;
	}

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		Accepts accepts = handler.getMethodAnnotation(Accepts.class);
		if (accepts == null || handler.getMethod().getReturnType() != Table.class) {
			return operation;
		}
		boolean batch = operation.getOperationId().endsWith(BATCH);
		operation.setParameters(Stream.of(accepts.value()).map(OperationDescription::parameter).toList());
		operation.setRequestBody(batch ? body() : null);
		operation.setResponses(responses(function(operation), calls(accepts, batch)));
		return operation;
	}

	private static Parameter parameter(QueryParameter parameter) {
		return new Parameter().$ref("#/components/parameters/" + parameter.key());
	}

	/** By the convention that an operation is named after its function. */
	private static Function function(Operation operation) {
		String name = operation.getOperationId().replace(BATCH, "");
		return Stream.of(Function.values())
			.filter((function) -> function.name().replace("_", "").equalsIgnoreCase(name))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("no function for operation " + name));
	}

	private static List<Call> calls(Accepts accepts, boolean batch) {
		if (batch) {
			return List.of(Call.BATCH);
		}
		boolean include = List.of(accepts.value()).contains(QueryParameter.INCLUDE);
		return include ? List.of(Call.ONE, Call.SEVERAL, Call.WITH_DERIVATIVE) : List.of(Call.ONE, Call.SEVERAL);
	}

	private static RequestBody body() {
		return new RequestBody().required(true)
			.description("The values to evaluate.")
			.content(
					new Content()
						.addMediaType("application/json",
								new MediaType().schema(schema("Batch"))
									.addExamples("three",
											new Example().summary("three values")
												.value(json("{\"x\":[-1.0,0.0,1.0]}"))))
						.addMediaType("text/csv",
								new MediaType().schema(text())
									.addExamples("three", new Example().summary("three values").value("x\n-1\n0\n1\n")))
						.addMediaType(Format.ARROW_TYPE, new MediaType().schema(binary())));
	}

	private ApiResponses responses(Function function, List<Call> calls) {
		boolean batch = calls.contains(Call.BATCH);
		ApiResponses responses = new ApiResponses();
		responses.addApiResponse("200",
				new ApiResponse()
					.description(batch ? "The function at each value, in their order."
							: "The function at the value, or at each of several.")
					.content(answers(function, calls)));
		responses.addApiResponse("400", problem("InvalidRequest"));
		responses.addApiResponse("406", problem("NotAcceptable"));
		responses.addApiResponse("413", problem("TooLarge"));
		if (batch) {
			responses.addApiResponse("408", problem("RequestTimeout"));
			responses.addApiResponse("415", problem("UnsupportedMediaType"));
		}
		else {
			responses.addApiResponse("414", problem("UriTooLong"));
		}
		responses.addApiResponse("500", problem("InternalError"));
		responses.addApiResponse("503", problem("Overloaded"));
		return responses;
	}

	private Content answers(Function function, List<Call> calls) {
		Content content = new Content();
		for (Format format : Format.values()) {
			String answer = calls.contains(Call.BATCH) ? "Columns" : "Answer";
			MediaType mediaType = new MediaType().schema(switch (format) {
				case JSON -> schema(answer);
				case NDJSON, CSV, TEXT -> text();
				case ARROW -> binary();
			});
			for (Call call : (format == Format.ARROW) ? List.<Call>of() : calls) {
				mediaType.addExamples(call.key(), example(call, function, format));
			}
			content.addMediaType(format.mediaType().replaceAll(";.*", ""), mediaType);
		}
		return content;
	}

	private Example example(Call call, Function function, Format format) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			format.write(this.service.table(function, call.grid(), call.withDerivative()), bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		String text = bytes.toString(StandardCharsets.UTF_8);
		return new Example().summary(call.summary()).value((format == Format.JSON) ? json(text) : text);
	}

	/** A call whose answer is shown. */
	private record Call(String key, String summary, Grid grid, boolean withDerivative) {

		static final Call ONE = new Call("one", "one value (x=0.5)", Values.point(0.5), false);

		static final Call SEVERAL = new Call("several", "a range (start=-1&stop=1&step=0.5)",
				Range.ofStep(BigDecimal.valueOf(-1), BigDecimal.ONE, new BigDecimal("0.5"), false, Long.MAX_VALUE),
				false);

		static final Call WITH_DERIVATIVE = new Call("with-derivative",
				"one value with the derivative (x=0.5&include=derivative)", Values.point(0.5), true);

		static final Call BATCH = new Call("three", "three values", new Values(-1, 0, 1), false);

	}

	private static Schema<?> schema(String name) {
		return new JsonSchema().$ref("#/components/schemas/" + name);
	}

	private static Schema<?> text() {
		return new JsonSchema().typesItem("string");
	}

	private static Schema<?> binary() {
		return new JsonSchema().typesItem("string").format("binary");
	}

	private static ApiResponse problem(String name) {
		return new ApiResponse().$ref("#/components/responses/" + name);
	}

	private static Object json(String text) {
		try {
			return Objects.requireNonNull(Json31.mapper().readTree(text));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(text, ex);
		}
	}

}
