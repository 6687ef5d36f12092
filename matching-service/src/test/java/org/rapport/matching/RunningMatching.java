package org.rapport.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.rapport.matching.ranking.domain.Sketches;
import org.rapport.matching.referrals.application.MakeOffer;
import org.rapport.matching.referrals.application.MakeOfferHandler;
import org.rapport.matching.referrals.application.NoteFact;
import org.rapport.matching.referrals.application.NoteFactHandler;
import org.rapport.matching.referrals.domain.Fact;
import org.rapport.matching.referrals.domain.Priority;
import org.rapport.matching.referrals.domain.Source;
import org.rapport.matching.referrals.domain.Stories;
import org.rapport.testkit.SettableClock;
import org.rapport.testkit.TestServers;
import org.rapport.web.ServiceClients;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The whole service with its store and broker, a clock to set, and its neighbours played. */
@SpringBootTest(
        classes = MatchingApplication.class,
        properties = {
            "spring.config.name=matching-service",
            "rapport.secret=a-secret-for-tests-of-32-characters-at-least",
            "rapport.sample-data=true"
        })
@AutoConfigureMockMvc
@Import(RunningMatching.Settable.class)
public abstract class RunningMatching {
    protected static final Neighbours NEIGHBOURS = new Neighbours();
    protected static final Staff MAYA = new Staff(Stories.MAYA, "Maya Thompson", Set.of(StaffRole.COORDINATOR));
    protected static final Staff GRACE = new Staff(Sketches.id(1), "Grace Okafor", Set.of(StaffRole.THERAPIST));
    protected static final Staff ELENA = new Staff(Sketches.id(2), "Elena Marquez", Set.of(StaffRole.THERAPIST));

    @Autowired
    protected ApplicationContext context;

    @Autowired
    protected MockMvcTester mvc;

    @TestConfiguration(proxyBeanMethods = false)
    static class Settable {
        @Bean
        SettableClock settableClock() {
            return SettableClock.at(Stories.MONDAY);
        }
    }

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        registry.add("rapport.delivery.mongodb-uri", TestServers::store);
        registry.add("rapport.delivery.kafka", TestServers::broker);
        String database = TestServers.freshDatabase() + "matching";
        registry.add("rapport.delivery.database", () -> database);
        registry.add("rapport.services.booking", NEIGHBOURS::address);
        registry.add("rapport.services.intake", NEIGHBOURS::address);
    }

    @BeforeEach
    void allIsWell() {
        NEIGHBOURS.bookingFails(false);
        NEIGHBOURS.intakeFails(false);
        clock().set(Stories.MONDAY.plusSeconds(600));
        // A circuit breaker that a test has opened rests for seconds.
        ServiceClients clients = context.getBean(ServiceClients.class);
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> clients.to("booking")
                                .find("/api/booking/hosts", Object.class)
                                .isPresent()
                        && clients.to("intake")
                                .find("/api/intake/inquiries/any/response", Object.class)
                                .isPresent());
    }

    protected SettableClock clock() {
        return (SettableClock) context.getBean(Clock.class);
    }

    protected Cookie signedIn(Staff staff) {
        return new Cookie("rapport_staff", token(staff));
    }

    protected String token(Staff staff) {
        return context.getBean(StaffTokens.class).mint(staff, Duration.ofMinutes(5));
    }

    /** A person of that name with the intake in. */
    protected UUID ready(String name) {
        UUID inquiry = received(name);
        tell(
                inquiry,
                new Fact.ResponseSubmitted(
                        UUID.randomUUID(), Sketches.wish(), Priority.ROUTINE, Stories.MONDAY.plusSeconds(60)),
                "response",
                3);
        return inquiry;
    }

    protected UUID received(String name) {
        UUID inquiry = UUID.randomUUID();
        NEIGHBOURS.knows(inquiry, name);
        tell(inquiry, Stories.received(), "inquiry", 1);
        return inquiry;
    }

    protected void tell(UUID inquiry, Fact fact, String source, long sequence) {
        context.getBean(NoteFactHandler.class)
                .handle(new NoteFact(inquiry, fact, new Source(source + "|" + inquiry, sequence)));
    }

    protected UUID offeredToGrace(String name) {
        UUID inquiry = ready(name);
        context.getBean(MakeOfferHandler.class).handle(new MakeOffer(inquiry, GRACE.id(), MAYA.id()));
        return inquiry;
    }

    protected String page(String path, Staff staff) {
        MvcTestResult result = get(path, staff);
        assertThat(result).hasStatusOk();
        return body(result);
    }

    protected MvcTestResult get(String path, Staff staff) {
        return mvc.get().uri(path).cookie(signedIn(staff)).exchange();
    }

    /** @param parameters names and values by turns */
    protected MvcTestResult post(String path, Staff staff, String... parameters) {
        var request = mvc.post().uri(path).cookie(signedIn(staff)).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    protected static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
