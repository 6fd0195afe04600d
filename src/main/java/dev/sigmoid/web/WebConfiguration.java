package dev.sigmoid.web;

import java.util.List;

import dev.sigmoid.plot.Frame;
import dev.sigmoid.plot.Plotter;
import dev.sigmoid.service.Secant;
import dev.sigmoid.service.SigmoidService;
import dev.sigmoid.web.load.Admission;
import dev.sigmoid.web.load.Drain;
import dev.sigmoid.web.observe.MeterConfiguration;
import dev.sigmoid.web.observe.PointMeters;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.validation.Validator;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The parts of the web service, and how requests are read, negotiated and answered.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SigmoidProperties.class)
@Import({ SigmoidController.class, TanhController.class, PlotController.class, ProblemAdvice.class, CachingAdvice.class,
		DispatchConfiguration.class, TomcatConfiguration.class, MeterConfiguration.class, ApiDescription.class })
public class WebConfiguration implements WebMvcConfigurer {

	private final StrictQueryInterceptor query;

	private final BodyInterceptor body;

	private final Admission admission;

	WebConfiguration(StrictQueryInterceptor query, BodyInterceptor body, Admission admission) {
		this.query = query;
		this.body = body;
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
	static Drain drain(SigmoidProperties properties) {
		return new Drain(properties.drainDelay());
	}

	@Bean
	static Plotter plotter(SigmoidService service) {
		return new Plotter(service);
	}

	@Bean
	static Caching caching(BuildProperties build) {
		return new Caching(String.valueOf(build.getVersion()));
	}

	@Bean
	static TableHandlerAdapter tableHandlerAdapter(SigmoidProperties properties, Admission admission,
			PointMeters meters, @Qualifier("mvcContentNegotiationManager") ContentNegotiationManager negotiation,
			Caching caching) {
		return new TableHandlerAdapter(properties, admission, meters, new Representations(negotiation), caching);
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new QueryArgumentResolver<>(Secant.class, SecantQuery::secant));
		resolvers.add(new QueryArgumentResolver<>(Frame.class, (query) -> new PlotQuery(query).frame()));
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.query);
		registry.addInterceptor(this.body);
		registry.addInterceptor(new PagePolicy());
	}

	@Override
	public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
		builder.addCustomConverter(new PlotConverter(this.admission));
	}

	/** The parameter {@code format} comes before the header {@code Accept}. */
	@Override
	public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
		negotiation.favorParameter(true).parameterName(QueryParameter.FORMAT.key()).useRegisteredExtensionsOnly(true);
		FormatNames.MEDIA_TYPES.forEach(negotiation::mediaType);
	}

	/** Spring would look for a provider of validation, and there is none. */
	@Override
	public Validator getValidator() {
		return Validator.forInstanceOf(Void.class, (value, errors) -> {
		});
	}

	@Override
	public void addViewControllers(ViewControllerRegistry registry) {
		registry.addViewController("/problems").setViewName("forward:/problems.html");
	}

}
