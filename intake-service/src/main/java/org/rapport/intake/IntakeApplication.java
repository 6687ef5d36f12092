package org.rapport.intake;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class IntakeApplication {

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** All services share one class path in the local run, so each reads the settings of its own name. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(IntakeApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "intake-service"));
        return application;
    }
}
