package org.rapport.matching;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Roster, ranking and referrals; also signs staff in for all services. */
@SpringBootApplication
public class MatchingApplication {
    public static void main(String[] arguments) {
        builder().run(arguments);
    }

    /** With its own settings file by name: in the local run all services share one class path. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(MatchingApplication.class)
                .properties("spring.config.name=matching-service");
    }
}
