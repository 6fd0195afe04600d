package dev.sigmoid.web;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands a handler what the query asks for, as an object that can only be valid.
 *
 * @param <T> the type of the handler's argument
 */
final class QueryArgumentResolver<T> implements HandlerMethodArgumentResolver {

	private final Class<T> type;

	private final Function<WebRequest, T> reader;

	/**
	 * Resolves arguments of one type.
	 * @param type the type
	 * @param reader reads it from a query, or throws what the client is told
	 */
	QueryArgumentResolver(Class<T> type, Function<WebRequest, T> reader) {
		this.type = type;
		this.reader = reader;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == this.type;
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		return this.reader.apply(request);
	}

}
