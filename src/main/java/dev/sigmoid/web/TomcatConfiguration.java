package dev.sigmoid.web;

import org.apache.catalina.core.StandardHost;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the settings of the server cannot say.
 */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

	/** Errors that Tomcat reports itself become problems. */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
		return (factory) -> factory.addContextCustomizers((context) -> {
			StandardHost host = (StandardHost) context.getParent();
			host.setErrorReportValveClass(ProblemValve.class.getName());
			host.getPipeline().addValve(new ProblemValve());
		});
	}

}
