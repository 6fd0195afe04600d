package dev.sigmoid.web;

import dev.sigmoid.web.load.Heap;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.coyote.http11.AbstractHttp11Protocol;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the settings of the server cannot say.
 */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

	private static final int PIECE = 64 * 1024;

	/**
	 * Parameters come from the query alone, never from a form in the body; and a client
	 * that asks before it sends a body is told to go on when the body is read, not before
	 * it was looked at.
	 */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodiesAreReadByHandlersOnly() {
		return (factory) -> factory.addConnectorCustomizers((connector) -> {
			connector.setParseBodyMethods("");
			((AbstractHttp11Protocol<?>) connector.getProtocolHandler()).setContinueResponseTiming("onRead");
		});
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionsHaveThreads(SigmoidProperties properties) {
		return (factory) -> {
			factory.setProtocol(ThreadPerConnectionProtocol.class.getName());
			factory
				.addConnectorCustomizers((connector) -> ((ThreadPerConnectionProtocol) connector.getProtocolHandler())
					.setPace(properties.pace().twiceAsPatient()));
		};
	}

	/** Without a login there is nothing to authenticate, and no valve that would. */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> noAuthenticator() {
		return (factory) -> factory
			.addContextCustomizers((context) -> context.setLoginConfig(new LoginConfig("NONE", null, null, null)));
	}

	/**
	 * Large answers leave in pieces of 64 KB, as they are made, and not of 8 KB: a system
	 * call for each costs more than the digits in it.
	 */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> largePieces() {
		return (factory) -> factory.addConnectorCustomizers(
				(connector) -> connector.setProperty("socket.appWriteBufSize", Integer.toString(PIECE)));
	}

	/** No more connections than the heap has room for; the next ones wait. */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionsFitTheHeap() {
		return (factory) -> factory.addConnectorCustomizers((connector) -> {
			AbstractHttp11Protocol<?> protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
			protocol.setMaxConnections(Math.min(protocol.getMaxConnections(), Heap.ofThisMachine().connections()));
		});
	}

	/** Errors that Tomcat reports itself become problems. */
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat(SigmoidProperties properties) {
		return (factory) -> reportProblems(factory, properties.isAnyOriginAllowed());
	}

	static void reportProblems(TomcatServletWebServerFactory factory, boolean anyOrigin) {
		factory.addContextCustomizers((context) -> {
			StandardHost host = (StandardHost) context.getParent();
			host.setErrorReportValveClass(ProblemValve.class.getName());
			host.getPipeline().addValve(new ProblemValve(anyOrigin));
		});
	}

}
