package dev.sigmoid.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcProperties;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What lies between the socket and a handler: as little as Spring MVC allows, since for
 * one value the dispatch costs more than everything else.
 */
@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

	/** In the place, and with the settings, of Boot's; tables publish no events. */
	@Bean(name = DispatcherServletAutoConfiguration.DEFAULT_DISPATCHER_SERVLET_BEAN_NAME)
	DispatcherServlet dispatcherServlet(WebMvcProperties properties) {
		DispatcherServlet dispatcher = new DirectDispatcherServlet();
		dispatcher.setDispatchOptionsRequest(properties.isDispatchOptionsRequest());
		dispatcher.setDispatchTraceRequest(properties.isDispatchTraceRequest());
		dispatcher.setPublishEvents(properties.isPublishRequestHandledEvents());
		dispatcher.setEnableLoggingRequestDetails(properties.isLogRequestDetails());
		return dispatcher;
	}

	@Bean
	StrictQueryInterceptor strictQueryInterceptor() {
		return new StrictQueryInterceptor();
	}

	@Bean
	BodyInterceptor bodyInterceptor(SigmoidProperties properties) {
		return new BodyInterceptor(properties);
	}

	/** Before the dispatch, so that every answer has its header. */
	@Bean
	FilterRegistrationBean<CrossOriginFilter> crossOriginFilter(SigmoidProperties properties) {
		FilterRegistrationBean<CrossOriginFilter> registration = new FilterRegistrationBean<>(
				new CrossOriginFilter(properties));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	/** Off: the dispatcher binds the request to its thread itself. */
	@Bean
	FilterRegistrationBean<RequestContextFilter> noRequestContextFilter() {
		FilterRegistrationBean<RequestContextFilter> registration = new FilterRegistrationBean<>(
				new RequestContextFilter());
		registration.setEnabled(false);
		return registration;
	}

	/** None: a flash map lives in a session, and there are no sessions. */
	@Bean
	FlashMapManager flashMapManager() {
		return new FlashMapManager() {

			@Override
			public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
				return null;
			}

			@Override
			public void saveOutputFlashMap(FlashMap flashMap, HttpServletRequest request,
					HttpServletResponse response) {
				throw new UnsupportedOperationException("there are no sessions");
			}

		};
	}

	@Bean
	WebMvcRegistrations directHandlerMapping(StrictQueryInterceptor query, BodyInterceptor body) {
		return new WebMvcRegistrations() {

			@Override
			public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
				return new DirectHandlerMapping(query, body);
			}

		};
	}

}
