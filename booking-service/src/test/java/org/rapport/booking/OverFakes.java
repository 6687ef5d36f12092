package org.rapport.booking;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Runs a test on pages and API over fakes ({@link InMemoryBooking}), which no other test class has touched. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@TestPropertySource("/wide-limits.properties")
@SpringBootTest(
        classes = InMemoryBooking.class,
        properties = {"spring.config.name=booking-service", "rapport.secret=a secret of the tests, long enough"})
@AutoConfigureMockMvc
@Import(Visitor.class)
@DirtiesContext
@interface OverFakes {}
