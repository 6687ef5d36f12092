package org.rapport.booking.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.rapport.booking.BookingApplication;
import org.rapport.booking.RunningBooking;
import org.rapport.booking.calls.application.BookCall;
import org.rapport.booking.calls.application.BookCallHandler;
import org.rapport.booking.calls.application.CancelCall;
import org.rapport.booking.calls.application.CancelCallHandler;
import org.rapport.booking.calls.application.FindOpenings;
import org.rapport.booking.calls.application.FindOpeningsHandler;
import org.rapport.booking.calls.application.HoldCall;
import org.rapport.booking.calls.application.HoldCallHandler;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.calls.application.ReleaseHold;
import org.rapport.booking.calls.application.ReleaseHoldHandler;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.Hosts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/** What one instance of the service writes, another one shows. */
@RunningBooking
class OpeningsElsewhereIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static @Nullable ConfigurableApplicationContext secondInstance;

    @Autowired
    private ConfigurableApplicationContext here;

    private ConfigurableApplicationContext elsewhere() {
        if (secondInstance == null) {
            secondInstance = BookingApplication.application()
                    .run(
                            "--server.port=0",
                            same("rapport.secret"),
                            same("MONGODB_URI"),
                            same("KAFKA_BOOTSTRAP_SERVERS"),
                            same("RAPPORT_DATABASE_PREFIX"));
        }
        return secondInstance;
    }

    @AfterAll
    static void stop_the_other_instance() {
        if (secondInstance != null) {
            secondInstance.close();
        }
    }

    @Test
    void a_booking_is_seen_here_at_once_and_elsewhere_by_its_event() {
        // Whatever is seen elsewhere now is told by events alone.
        SmartLifecycle looks = elsewhere().getBean("openingsLooks", SmartLifecycle.class);
        looks.stop();
        try {
            HoldToken token = token();
            Instant start = hold(token);
            assertThat(starts(here)).doesNotContain(start);
            assertThat(starts(elsewhere())).contains(start);
            assertThat(here.getBean(BookCallHandler.class).handle(new BookCall(token, person("Alex"))))
                    .isInstanceOf(CallDecision.Changed.class);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(starts(elsewhere())).doesNotContain(start));
            here.getBean(CancelCallHandler.class)
                    .handle(new CancelCall(token.callId(), CancelReason.TIME_DOES_NOT_FIT));
            assertThat(starts(here)).contains(start);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(starts(elsewhere())).contains(start));
        } finally {
            looks.start();
        }
    }

    @Test
    void a_hold_and_its_end_are_seen_elsewhere_at_the_next_look() {
        assertThat(starts(elsewhere())).isNotEmpty();
        HoldToken token = token();
        Instant start = hold(token);
        await().atMost(SOON).untilAsserted(() -> assertThat(starts(elsewhere())).doesNotContain(start));
        here.getBean(ReleaseHoldHandler.class).handle(new ReleaseHold(token));
        assertThat(starts(here)).contains(start);
        await().atMost(SOON).untilAsserted(() -> assertThat(starts(elsewhere())).contains(start));
    }

    @Test
    void changed_hours_are_seen_here_at_once_and_elsewhere_at_the_next_look() {
        assertThat(starts(here)).isNotEmpty();
        Hosts hosts = here.getBean(Hosts.class);
        host(hosts, false);
        assertThat(starts(here)).isEmpty();
        await().atMost(SOON).untilAsserted(() -> assertThat(starts(elsewhere())).isEmpty());
        host(hosts, true);
        assertThat(starts(here)).isNotEmpty();
        await().atMost(SOON).untilAsserted(() -> assertThat(starts(elsewhere())).isNotEmpty());
    }

    private static void host(Hosts hosts, boolean hosting) {
        Host maya = hosts.find(MAYA).orElseThrow();
        hosts.save(maya.with(maya.version(), maya.hours(), maya.terms(), hosting));
    }

    private Instant hold(HoldToken token) {
        List<Instant> open = starts(here);
        Instant start = open.get(open.size() / 2);
        assertThat(here.getBean(HoldCallHandler.class)
                        .handle(new HoldCall(
                                token, inquiryId(token.hashCode()), new HostChoice.One(MAYA), start, CHICAGO)))
                .isInstanceOf(HoldDecision.Held.class);
        return start;
    }

    private static List<Instant> starts(ConfigurableApplicationContext instance) {
        return instance
                .getBean(FindOpeningsHandler.class)
                .handle(new FindOpenings(
                        new HostChoice.One(MAYA), LocalDate.now(CHICAGO), FindOpenings.MOST_DAYS, CHICAGO))
                .stream()
                .map(Opening::start)
                .toList();
    }

    private static HoldToken token() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return HoldToken.of(new CallId(UUID.randomUUID()), secret);
    }

    private String same(String setting) {
        return "--" + setting + "=" + here.getEnvironment().getRequiredProperty(setting);
    }
}
