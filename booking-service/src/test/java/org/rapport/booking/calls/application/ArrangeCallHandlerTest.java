package org.rapport.booking.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.capped;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.host;
import static org.rapport.booking.Examples.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.application.ArrangeDecision.Arranged;
import org.rapport.booking.calls.application.ArrangeDecision.PersonBusy;
import org.rapport.booking.calls.application.ArrangeDecision.Refused;
import org.rapport.booking.calls.application.ArrangeDecision.RequestReused;
import org.rapport.booking.calls.application.ArrangeDecision.Taken;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.Diaries;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.calls.domain.Mover;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.PhoneEntry;
import org.rapport.booking.inquiries.domain.Wish;
import org.rapport.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArrangeCallHandlerTest {

    private static final Instant NINE = Instant.parse("2027-01-12T15:00:00Z");
    private static final HostChoice ANY = new HostChoice.AnyCoordinator();
    private static final HostChoice WITH_MAYA = new HostChoice.One(MAYA);

    private final CountedCalls calls = new CountedCalls();
    private final InMemoryInquiries inquiries = new InMemoryInquiries();
    private final SettableClock clock = SettableClock.at("2027-01-11T15:00:00Z");
    private final InMemoryHosts hosts = new InMemoryHosts(
            coordinator(MAYA, "Maya", everyDay("09:00", "11:00")),
            coordinator(DANIEL, "Daniel", everyDay("09:00", "11:00")));
    private final ArrangeCallHandler handler = handler(hosts);

    @Test
    void a_call_is_booked_in_one_insert_and_no_token_opens_it() {
        Call call = arranged(arrange(1, WITH_MAYA, NINE));
        assertThat(calls.writes).isEqualTo(1);
        assertThat(calls.looks).isZero();
        Call stored = calls.find(call.id()).orElseThrow();
        assertThat(stored.state()).isEqualTo(new CallState.Booked(clock.instant()));
        assertThat(calls.heldBy(HoldToken.of(call.id(), new byte[32]))).isEmpty();
        assertThat(calls.fake.events()).singleElement().isInstanceOf(CallEvent.CallBooked.class);
        assertThat(inquiries.find(call.inquiryId()).orElseThrow().path()).isEqualTo(InquiryPath.BY_PHONE);
    }

    @Test
    void a_double_click_makes_one_person_and_one_call() {
        ArrangeDecision first = arrange(1, ANY, NINE);
        clock.advance(Call.HOLD);
        assertThat(arranged(arrange(1, ANY, NINE)).id())
                .isEqualTo(arranged(first).id());
        assertThat(calls.fake.events()).hasSize(1);
        assertThat(inquiries.events()).hasSize(1);
    }

    @Test
    void sent_again_after_its_time_has_come_too_near_it_is_the_same_call() {
        Call first = arranged(arrange(1, WITH_MAYA, NINE));
        clock.set(NINE.minusSeconds(60));
        assertThat(arranged(arrange(1, WITH_MAYA, NINE)).id()).isEqualTo(first.id());
    }

    @Test
    void the_id_of_a_request_books_neither_another_time_nor_for_somebody_else() {
        arrange(1, WITH_MAYA, NINE);
        assertThat(arrange(1, WITH_MAYA, NINE.plusSeconds(3600))).isEqualTo(new RequestReused());
        assertThat(handler.handle(new ArrangeCall(id(1), caller(1, "Robin"), true, WITH_MAYA, NINE)))
                .isEqualTo(new RequestReused());
        assertThat(handler.handle(new ArrangeCall(id(1), caller(2), false, WITH_MAYA, NINE)))
                .isEqualTo(new RequestReused());
        assertThat(calls.fake.events()).hasSize(1);
    }

    @Test
    void the_second_person_is_told_the_nearest_other_times_and_stays_in_the_queue() {
        arrange(1, WITH_MAYA, NINE);
        ArrangeDecision second = arrange(2, WITH_MAYA, NINE);
        assertThat(((Taken) second).alternatives())
                .extracting(Opening::start)
                .containsExactly(NINE.plusSeconds(1800), NINE.plusSeconds(2700), NINE.plusSeconds(3600));
        assertThat(inquiries.find(inquiry(2))).isPresent();
    }

    @Test
    void pain_5_of_any_coordinator_the_next_is_tried_in_the_same_request() {
        HostId first = arranged(arrange(1, ANY, NINE)).hostId();
        assertThat(arranged(arrange(2, ANY, NINE)).hostId()).isNotEqualTo(first);
        assertThat(arrange(3, ANY, NINE)).isInstanceOf(Taken.class);
    }

    @Test
    void staff_are_told_that_the_person_has_a_call_then_and_with_whom() {
        Call standing = arranged(arrange(1, WITH_MAYA, NINE));
        Inquiry again =
                new Inquiry(inquiry(2), InquiryPath.CALL_ME_BACK, caller(1).person(), clock.instant());
        ArrangeDecision decision =
                handler.handle(new ArrangeCall(id(2), again, true, new HostChoice.One(DANIEL), NINE.plusSeconds(900)));
        assertThat(decision).isEqualTo(new PersonBusy(calls.find(standing.id()).orElseThrow(), "Maya"));
        assertThat(calls.fake.events()).hasSize(1);
    }

    @Test
    void a_day_that_is_full_is_named() {
        ArrangeCallHandler capped =
                handler(new InMemoryHosts(host(MAYA, "Maya", capped(1, null), everyDay("09:00", "11:00"))));
        capped.handle(new ArrangeCall(id(1), caller(1), true, WITH_MAYA, NINE));
        assertThat(capped.handle(new ArrangeCall(id(2), caller(2), true, WITH_MAYA, NINE.plusSeconds(3600))))
                .isEqualTo(new Refused(NotOpen.DAY_FULL));
    }

    @Test
    void sent_again_after_the_cap_was_lowered_it_is_the_same_call() {
        ArrangeCallHandler two =
                handler(new InMemoryHosts(host(MAYA, "Maya", capped(2, null), everyDay("09:00", "11:00"))));
        Call first = arranged(two.handle(new ArrangeCall(id(1), caller(1), true, WITH_MAYA, NINE)));
        arranged(two.handle(new ArrangeCall(id(2), caller(2), true, WITH_MAYA, NINE.plusSeconds(3600))));
        ArrangeCallHandler one =
                handler(new InMemoryHosts(host(MAYA, "Maya", capped(1, null), everyDay("09:00", "11:00"))));
        assertThat(arranged(one.handle(new ArrangeCall(id(1), caller(1), true, WITH_MAYA, NINE)))
                        .id())
                .isEqualTo(first.id());
    }

    @Test
    void of_several_hosts_the_one_who_is_full_is_named_and_not_who_is_never_there_then() {
        InMemoryHosts both = new InMemoryHosts(
                host(MAYA, "Maya", capped(1, null), everyDay("09:00", "11:00")),
                coordinator(DANIEL, "Daniel", everyDay("15:00", "16:00")));
        ArrangeCallHandler capped = handler(both);
        capped.handle(new ArrangeCall(id(1), caller(1), true, WITH_MAYA, NINE));
        assertThat(capped.handle(new ArrangeCall(id(2), caller(2), true, ANY, NINE.plusSeconds(3600))))
                .isEqualTo(new Refused(NotOpen.DAY_FULL));
    }

    @Test
    void a_time_that_is_not_offered_keeps_nobody() {
        assertThat(arrange(1, WITH_MAYA, clock.instant().minusSeconds(900)))
                .isEqualTo(new Refused(NotOpen.IN_THE_PAST));
        assertThat(arrange(1, new HostChoice.One(new HostId(new UUID(9, 9))), NINE))
                .isEqualTo(new Refused(NotOpen.UNKNOWN_HOST));
        assertThat(inquiries.events()).isEmpty();
        assertThat(calls.writes).isZero();
    }

    @Test
    void a_crash_between_person_and_call_leaves_a_person_in_the_queue_and_the_repeat_finishes() {
        calls.crash = true;
        assertThatThrownBy(() -> arrange(1, WITH_MAYA, NINE)).hasMessage("crash");
        assertThat(inquiries.find(inquiry(1))).isPresent();
        assertThat(calls.find(id(1))).isEmpty();

        calls.crash = false;
        clock.advance(Call.HOLD);
        arranged(arrange(1, WITH_MAYA, NINE));
        assertThat(inquiries.events()).hasSize(1);
        assertThat(calls.fake.events()).hasSize(1);
    }

    @Test
    void a_call_that_was_moved_since_is_what_the_request_booked() {
        Call first = arranged(arrange(1, WITH_MAYA, NINE));
        FindOpeningsHandler openings =
                new FindOpeningsHandler(hosts, new InMemoryPractices(), calls, Diaries.empty(), clock);
        new MoveCallHandler(hosts, new InMemoryPractices(), calls, openings, clock)
                .handle(new MoveCall(first.id(), NINE.plusSeconds(3600), Mover.CLIENT, null));
        assertThat(arranged(arrange(1, WITH_MAYA, NINE)).time().start()).isEqualTo(NINE.plusSeconds(3600));
    }

    @Test
    void pain_1_of_fifty_at_once_who_want_one_time_one_gets_it() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(50);
        List<Callable<ArrangeDecision>> callers = new ArrayList<>();
        for (int number = 1; number <= 50; number++) {
            int own = number;
            callers.add(() -> {
                barrier.await();
                return arrange(own, WITH_MAYA, NINE);
            });
        }
        List<ArrangeDecision> decisions = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
            for (Future<ArrangeDecision> decision : threads.invokeAll(callers)) {
                decisions.add(decision.get());
            }
        }
        assertThat(decisions).filteredOn(Arranged.class::isInstance).hasSize(1);
        assertThat(decisions).filteredOn(Taken.class::isInstance).hasSize(49);
        assertThat(calls.fake.events()).hasSize(1);
    }

    private ArrangeDecision arrange(int number, HostChoice choice, Instant start) {
        return handler.handle(new ArrangeCall(id(number), caller(number), true, choice, start));
    }

    private ArrangeCallHandler handler(InMemoryHosts of) {
        InMemoryPractices practices = new InMemoryPractices();
        FindOpeningsHandler openings = new FindOpeningsHandler(of, practices, calls, Diaries.empty(), clock);
        return new ArrangeCallHandler(of, practices, calls, inquiries, openings, clock);
    }

    private Inquiry caller(int number) {
        return caller(number, "Alex " + number);
    }

    private Inquiry caller(int number, String name) {
        return new Inquiry(
                inquiry(number),
                person(name, "alex" + number + "@example.org", "+131255501" + (10 + number)),
                clock.instant(),
                new PhoneEntry(MAYA.value(), Wish.CALL));
    }

    private static InquiryId inquiry(int number) {
        return InquiryId.ofRequest(new UUID(3, number));
    }

    private static CallId id(int number) {
        return CallId.ofRequest(new UUID(3, number));
    }

    private static Call arranged(ArrangeDecision decision) {
        assertThat(decision).isInstanceOf(Arranged.class);
        return ((Arranged) decision).call();
    }

    /** Counts what is asked of the store, and dies before a write when told to. */
    private static final class CountedCalls implements ForwardedCalls {

        private final InMemoryCalls fake = new InMemoryCalls();
        private int writes;
        private int looks;
        private boolean crash;

        @Override
        public Calls calls() {
            return fake;
        }

        @Override
        public void asked(String what) {
            if (!what.equals("save")) {
                looks++;
            } else if (crash) {
                throw new IllegalStateException("crash");
            } else {
                writes++;
            }
        }
    }
}
