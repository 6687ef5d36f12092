package org.rapport.booking;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.rapport.testkit.TestServers;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** Starts the whole service against the servers of the tests, once for all that ask for it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource("/wide-limits.properties")
@SpringBootTest(
        classes = BookingApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=booking-service",
            "rapport.secret=a secret of the tests, long enough",
            "rapport.sample-data=true"
        })
@ContextConfiguration(initializers = RunningBooking.Servers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
public @interface RunningBooking {

    final class Servers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "MONGODB_URI=" + TestServers.store(),
                            "KAFKA_BOOTSTRAP_SERVERS=" + TestServers.broker(),
                            "RAPPORT_DATABASE_PREFIX=" + TestServers.freshDatabase())
                    .applyTo(context);
        }
    }
}
