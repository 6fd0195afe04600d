package dev.sigmoid.web;

import dev.sigmoid.grid.Grid;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands a handler the {@link Grid} that the query asks for.
 */
final class GridArgumentResolver implements HandlerMethodArgumentResolver {

	private final int maxPoints;

	GridArgumentResolver(int maxPoints) {
		this.maxPoints = maxPoints;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Grid.class;
	}

	@Override
	public Grid resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		return new GridQuery(request, this.maxPoints).grid();
	}

}
