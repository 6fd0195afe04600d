package dev.sigmoid;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class SigmoidApplication {

	public static void main(String[] args) {
		SpringApplication.run(SigmoidApplication.class, args);
	}

}
