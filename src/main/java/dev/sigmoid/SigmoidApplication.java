package dev.sigmoid;

import dev.sigmoid.web.WebConfiguration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Starts the service. Its parts are imported by name: a search of the class path would
 * read every class of it at each start.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(WebConfiguration.class)
public class SigmoidApplication {

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(SigmoidApplication.class);
		application.addListeners(new PreparedContext());
		application.run(args);
	}

}
