package org.rapport.booking;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.springframework.test.context.TestPropertySource;

/** Runs a test on pages and API over fakes ({@link InMemoryBooking}), of which no other test class has left a trace. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@TestPropertySource("/wide-limits.properties")
@SpringBootTest(
        classes = InMemoryBooking.class,
        properties = {"spring.config.name=booking-service", "rapport.secret=a secret of the tests, long enough"})
@AutoConfigureMockMvc
@Import(Visitor.class)
@TestExecutionListeners(listeners = RenewedFakes.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@interface OverFakes {}
