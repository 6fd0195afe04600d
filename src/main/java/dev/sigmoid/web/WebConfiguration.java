package dev.sigmoid.web;

import java.util.List;

import dev.sigmoid.grid.Grid;
import dev.sigmoid.plot.Frame;
import dev.sigmoid.plot.Plotter;
import dev.sigmoid.service.Secant;
import dev.sigmoid.service.SigmoidService;
import dev.sigmoid.web.load.Admission;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How requests are read, negotiated and answered.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SigmoidProperties.class)
class WebConfiguration implements WebMvcConfigurer {

	private final SigmoidProperties properties;

	private final Admission admission;

	WebConfiguration(SigmoidProperties properties, Admission admission) {
		this.properties = properties;
		this.admission = admission;
	}

	@Bean
	static SigmoidService sigmoidService() {
		return new SigmoidService();
	}

	@Bean
	static Admission admission(SigmoidProperties properties) {
		return properties.admission();
	}

	@Bean
	static Plotter plotter(SigmoidService service) {
		return new Plotter(service);
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		int maxPoints = this.properties.maxPoints();
		resolvers.add(new QueryArgumentResolver<>(Grid.class, (query) -> new GridQuery(query, maxPoints).grid()));
		resolvers.add(new QueryArgumentResolver<>(Include.class, Include::of));
		resolvers.add(new QueryArgumentResolver<>(Secant.class, SecantQuery::secant));
		resolvers.add(new QueryArgumentResolver<>(Frame.class, (query) -> new PlotQuery(query).frame()));
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new StrictQueryInterceptor());
		registry.addInterceptor(new BodyInterceptor(this.properties));
		registry.addInterceptor(new PagePolicy()).addPathPatterns("/", "/index.html", "/problems", "/problems.html");
	}

	@Override
	public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
		builder.addCustomConverter(new TableConverter(this.admission, this.properties.pace()));
		builder.addCustomConverter(new PlotConverter(this.admission));
		builder.addCustomConverter(new BatchConverter(this.properties, this.admission));
	}

	/** The parameter {@code format} comes before the header {@code Accept}. */
	@Override
	public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
		negotiation.favorParameter(true).parameterName(QueryParameter.FORMAT.key()).useRegisteredExtensionsOnly(true);
		FormatNames.MEDIA_TYPES.forEach(negotiation::mediaType);
	}

	@Override
	public void addViewControllers(ViewControllerRegistry registry) {
		registry.addViewController("/problems").setViewName("forward:/problems.html");
	}

}
