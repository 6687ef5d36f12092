package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.person;
import static org.rapport.booking.Visitor.signedIn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.calls.domain.AddressLimits;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.visitors.domain.MessageLimits;
import org.rapport.booking.waiting.application.InMemoryFreedTimes;
import org.rapport.booking.waiting.application.InMemoryWaiters;
import org.rapport.booking.waiting.application.PassOn;
import org.rapport.booking.waiting.application.PassOnHandler;
import org.rapport.booking.waiting.domain.EndReason;
import org.rapport.booking.waiting.domain.FreedTime;
import org.rapport.booking.waiting.domain.FreedTimeId;
import org.rapport.booking.waiting.domain.OfferHolds;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.testkit.SettableClock;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Anybody may join under anybody's address: the page of the place tells whoever did nothing about that address. */
@OverFakes
@TestPropertySource(
        properties = {"rapport.visitors.limits.messages[0].times=6", "rapport.visitors.limits.messages[0].within=24h"})
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingWaitPlaceTest {

    private static final String MAYA_ID = "c0000000-0000-4000-8000-000000000001";
    private static final String DANIEL_ID = "c0000000-0000-4000-8000-000000000002";
    private static int day;

    @Autowired
    SettableClock clock;

    @Autowired
    InMemoryCalls calls;

    @Autowired
    InMemoryWaiters waiters;

    @Autowired
    InMemoryFreedTimes freedTimes;

    @Autowired
    PassOnHandler passOn;

    @Autowired
    OfferHolds holds;

    @Autowired
    StaffTokens tokens;

    @Autowired
    MessageLimits messageLimits;

    @Autowired
    Visitor visitor;

    @BeforeEach
    void another_day() {
        day += 3;
        // Ten in the morning in Chicago.
        clock.set(Instant.parse("2027-09-01T15:00:00Z").plus(Duration.ofDays(day)));
        waiters.leaveAll(clock.instant());
    }

    @Test
    void booked_or_in_another_call_then_or_to_be_confirmed_the_page_says_the_same() {
        String later = bothAreFree().getLast();
        List<String> pages = new ArrayList<>();
        pages.add(taken("free" + day + "@example.org", bothAreFree().getFirst()));
        assertThat(calls.events()).last().isInstanceOf(CallEvent.CallBooked.class);

        String busy = "busy" + day + "@example.org";
        String next = bothAreFree().getFirst();
        assertThat(visitor.booked(DANIEL_ID, next, busy)).hasStatus(201);
        pages.add(taken(busy, next));
        assertThat(calls.events()).last().isInstanceOf(CallEvent.CallDoubled.class);

        String known = "known" + day + "@example.org";
        assertThat(visitor.booked(DANIEL_ID, later, known)).hasStatus(201);
        pages.add(taken(known, bothAreFree().getFirst()));
        assertThat(calls.events()).last().isInstanceOf(CallEvent.CallUnconfirmed.class);

        assertThat(pages.getFirst()).contains("You are not on the wait list any more", "Please call us");
        assertThat(pages).containsOnly(pages.getFirst());
        clock.advance(Duration.ofMinutes(45));
        freedTimes.due(clock.instant()).forEach(id -> passOn.handle(new PassOn(id)));
        assertThat(waiters.inLine()).as("whoever took a time").isEmpty();
    }

    @Test
    void a_time_is_taken_also_under_an_address_that_has_had_its_messages_of_the_day_since_they_joined() {
        String email = "quiet" + day + "@example.org";
        Person person = person("Robin", email, "+13125550142");
        int told = calls.events().size();
        taken(email, bothAreFree().getFirst(), () -> {
            for (int message = 0; message < 6; message++) {
                new AddressLimits(messageLimits).areReached(person, UUID.randomUUID());
            }
        });
        assertThat(calls.events()).hasSize(told + 1);
        assertThat(calls.events()).last().isInstanceOf(CallEvent.CallBooked.class);
    }

    @Test
    void what_staff_know_is_not_on_the_page_either() {
        List<String> pages = new ArrayList<>();
        for (EndReason reason : EndReason.OF_STAFF) {
            String place = joined(reason.code() + day + "@example.org");
            Waiter waiter = waiters.inLine().getFirst();
            assertThat(visitor.form(
                            signedIn(tokens, MAYA_ID, StaffRole.COORDINATOR),
                            "/staff/wait-list/" + waiter.id() + "/removal",
                            "reason",
                            reason.code()))
                    .hasStatus(302);
            pages.add(plain(visitor.page(place)));
        }
        pages.add(
                taken("taken" + day + "@example.org", visitor.openings(MAYA_ID).getFirst()));
        assertThat(pages).hasSize(5).containsOnly(pages.getFirst());
        assertThat(pages.getFirst()).doesNotContain("a call with us", "??");
    }

    @Test
    void staff_see_whom_nothing_is_offered_because_the_address_had_too_many_requests() {
        joined("one" + day + "@example.org");
        Waiter waiter = waiters.inLine().getFirst();
        String list = Visitor.text(visitor.get(signedIn(tokens, MAYA_ID, StaffRole.COORDINATOR), "/staff/wait-list"));
        assertThat(list).contains(waiter.id().toString()).doesNotContain("Nothing is offered here");
        Waiter quiet = Waiter.joinUnheard(waiter.inquiryId(), waiter.wish(), clock.instant())
                .waiter();
        waiters.save(
                new Waiter(
                        quiet.id(),
                        waiter.version(),
                        quiet.inquiryId(),
                        quiet.wish(),
                        quiet.joinedAt(),
                        List.of(),
                        quiet.state()),
                List.of());
        assertThat(Visitor.text(visitor.get(signedIn(tokens, MAYA_ID, StaffRole.COORDINATOR), "/staff/wait-list")))
                .contains("Nothing is offered here")
                .doesNotContain("??");
    }

    /** Joins, is offered the time and takes it by the link in the message; then the page of the place. */
    private String taken(String email, String start) {
        return taken(email, start, () -> {});
    }

    private String taken(String email, String start, Runnable meanwhile) {
        String place = joined(email);
        FreedTimeId id = new FreedTimeId(new CallId(UUID.randomUUID()), 1);
        freedTimes.save(FreedTime.of(id, new HostId(UUID.fromString(MAYA_ID)), Instant.parse(start), clock.instant()));
        String before = plain(visitor.page(place));
        passOn.handle(new PassOn(id));
        meanwhile.run();
        CallId hold = waiters.inLine().getFirst().offer().orElseThrow().call();
        assertThat(plain(visitor.page(place)))
                .as("nothing of an offer, or it told Waiting from Unheard")
                .isEqualTo(before);
        assertThat(visitor.form("/wait-list/offers/" + holds.token(hold).text()))
                .hasStatus(302);
        passOn.handle(new PassOn(id));
        return plain(visitor.page(place));
    }

    private List<String> bothAreFree() {
        List<String> daniels = visitor.openings(DANIEL_ID);
        return visitor.openings(MAYA_ID).stream().filter(daniels::contains).toList();
    }

    private String joined(String email) {
        MvcTestResult joined = visitor.joins(UUID.randomUUID().toString(), MAYA_ID, email);
        return Objects.requireNonNull(joined.getResponse().getRedirectedUrl()).replace("?joined=yes", "");
    }

    private static String plain(String page) {
        return page.replaceAll("[A-Za-z0-9_-]{40,}", "token").replaceAll("occurrence:[0-9a-f]+", "occurrence");
    }
}
