package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.answers;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.host;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;
import static org.rapport.booking.Examples.schedule;
import static org.rapport.booking.Examples.token;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.CallDecision.Refused;
import org.rapport.booking.calls.domain.CallDecision.Unchanged;
import org.rapport.booking.hosts.domain.CallTerms;
import org.rapport.booking.hosts.domain.Host;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CallTest {

    private static final Instant NOW = Instant.parse("2027-01-11T15:00:00Z");
    private static final Instant START = Instant.parse("2027-01-12T15:00:00Z");
    private static final Instant LATER = START.plus(Duration.ofDays(1));
    private static final HoldToken TOKEN = token(1);
    private static final List<ClientKey> ALEX = ClientKey.of(person("Alex"));
    private static final Host HOST = coordinator(MAYA, "Maya", everyDay("09:00", "17:00"));

    enum From {
        HELD,
        HELD_OVER,
        BOOKED,
        BOOKED_BEGUN,
        DOUBLED,
        DOUBLED_OVER,
        ENDED,
        CANCELLED,
        RELEASED
    }

    enum Command {
        EXTEND,
        DRAFT,
        BOOK,
        RELEASE,
        LAPSE,
        MOVE,
        CANCEL,
        NOTE
    }

    /** The transition table of {@link Call}, cell by cell. */
    @ParameterizedTest
    @CsvSource({
        "HELD,         EXTEND,  Held",
        "HELD,         DRAFT,   Held",
        "HELD,         BOOK,    Booked",
        "HELD,         RELEASE, Released",
        "HELD,         LAPSE,   unchanged",
        "HELD,         MOVE,    NOT_BOOKED",
        "HELD,         CANCEL,  NOT_BOOKED",
        "HELD_OVER,    EXTEND,  HOLD_EXPIRED",
        "HELD_OVER,    DRAFT,   HOLD_EXPIRED",
        "HELD_OVER,    BOOK,    HOLD_EXPIRED",
        "HELD_OVER,    RELEASE, Released",
        "HELD_OVER,    LAPSE,   Released",
        "HELD_OVER,    MOVE,    NOT_BOOKED",
        "HELD_OVER,    CANCEL,  NOT_BOOKED",
        "BOOKED,       EXTEND,  ALREADY_BOOKED",
        "BOOKED,       DRAFT,   ALREADY_BOOKED",
        "BOOKED,       BOOK,    unchanged",
        "BOOKED,       RELEASE, ALREADY_BOOKED",
        "BOOKED,       LAPSE,   unchanged",
        "BOOKED,       MOVE,    Booked",
        "BOOKED,       CANCEL,  Cancelled",
        "BOOKED_BEGUN, MOVE,    TOO_LATE",
        "BOOKED_BEGUN, CANCEL,  TOO_LATE",
        "BOOKED_BEGUN, BOOK,    unchanged",
        "DOUBLED,      EXTEND, ALREADY_BOOKED",
        "DOUBLED,      DRAFT,  ALREADY_BOOKED",
        "DOUBLED,      BOOK,   unchanged",
        "DOUBLED,      RELEASE, ALREADY_BOOKED",
        "DOUBLED,      LAPSE,  unchanged",
        "DOUBLED,      MOVE,   NOT_BOOKED",
        "DOUBLED,      CANCEL, NOT_BOOKED",
        "DOUBLED_OVER, LAPSE,   Doubled",
        "DOUBLED_OVER, BOOK,    unchanged",
        "ENDED,        EXTEND,  ALREADY_BOOKED",
        "ENDED,        DRAFT,   ALREADY_BOOKED",
        "ENDED,        BOOK,    unchanged",
        "ENDED,        RELEASE, ALREADY_BOOKED",
        "ENDED,        LAPSE,   unchanged",
        "ENDED,        MOVE,    TOO_LATE",
        "ENDED,        CANCEL,  TOO_LATE",
        "ENDED,        NOTE,    unchanged",
        "HELD,         NOTE,    NOT_BOOKED",
        "HELD_OVER,    NOTE,    NOT_BOOKED",
        "BOOKED,       NOTE,    TOO_EARLY",
        "BOOKED_BEGUN, NOTE,    Ended",
        "DOUBLED,      NOTE,    NOT_BOOKED",
        "CANCELLED,    NOTE,    CALL_CANCELLED",
        "RELEASED,     NOTE,    NOT_BOOKED",
        "CANCELLED,    EXTEND,  CALL_CANCELLED",
        "CANCELLED,    DRAFT,   CALL_CANCELLED",
        "CANCELLED,    BOOK,    CALL_CANCELLED",
        "CANCELLED,    RELEASE, CALL_CANCELLED",
        "CANCELLED,    LAPSE,   unchanged",
        "CANCELLED,    MOVE,    CALL_CANCELLED",
        "CANCELLED,    CANCEL,  unchanged",
        "RELEASED,     EXTEND,  HOLD_EXPIRED",
        "RELEASED,     DRAFT,   HOLD_EXPIRED",
        "RELEASED,     BOOK,    HOLD_EXPIRED",
        "RELEASED,     RELEASE, unchanged",
        "RELEASED,     LAPSE,   unchanged",
        "RELEASED,     MOVE,    NOT_BOOKED",
        "RELEASED,     CANCEL,  NOT_BOOKED"
    })
    void the_table_holds(From from, Command command, String outcome) {
        assertThat(named(decide(from, command, TOKEN))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"EXTEND", "DRAFT", "BOOK", "RELEASE"})
    void pain_31_somebody_elses_token_opens_and_frees_nothing(Command command) {
        for (From from : From.values()) {
            HoldToken guessed = HoldToken.of(TOKEN.callId(), new byte[32]);
            assertThat(decide(from, command, guessed)).isEqualTo(new Refused(CallRefusal.UNKNOWN_LINK));
        }
    }

    @Test
    void pain_6_a_slow_writer_gets_ten_more_minutes_once() {
        Call extended =
                changed(held().extend(TOKEN, null, NOW.plusSeconds(300))).call();
        assertThat(extended.state()).isEqualTo(new CallState.Held(NOW.plus(Duration.ofMinutes(20)), true, null, null));
        assertThat(extended.extend(TOKEN, null, NOW)).isEqualTo(new Refused(CallRefusal.ALREADY_EXTENDED));
    }

    @Test
    void the_same_request_sent_again_is_no_second_extension() {
        UUID request = new UUID(7, 7);
        Call extended = changed(held().extend(TOKEN, request, NOW)).call();
        assertThat(extended.extend(TOKEN, request, NOW)).isEqualTo(new Unchanged(extended));
        assertThat(extended.extend(TOKEN, new UUID(7, 8), NOW)).isEqualTo(new Refused(CallRefusal.ALREADY_EXTENDED));
    }

    @Test
    void a_hold_is_over_to_the_millisecond() {
        Instant expiry = NOW.plus(Call.HOLD);
        assertThat(held().isOver(expiry.minusMillis(1))).isFalse();
        assertThat(held().isOver(expiry)).isTrue();
    }

    @Test
    void booking_tells_of_the_call_and_forgets_what_was_typed() {
        Call drafted = changed(held().draft(TOKEN, answers("Alex"), NOW)).call();
        Changed booked = changed(drafted.book(TOKEN, CHICAGO, ALEX, NOW));
        assertThat(booked.events()).containsExactly(new CallEvent.CallBooked(booked.call(), NOW));
        assertThat(booked.call().state()).isEqualTo(new CallState.Booked(NOW));
        assertThat(booked.call().revision()).isZero();
        assertThat(booked.call().claims()).containsAll(held().claims()).hasSize(6 + 2 * 4);
    }

    @Test
    void the_zone_a_person_says_they_are_in_replaces_the_one_they_looked_in() {
        ZoneId denver = ZoneId.of("America/Denver");
        Call drafted = changed(held().draft(TOKEN, answers("Alex", "America/Denver"), NOW))
                .call();
        assertThat(drafted.clientZone()).isEqualTo(denver);
        Call unreadable =
                changed(drafted.draft(TOKEN, answers("Alex", "Mars/Base"), NOW)).call();
        assertThat(unreadable.clientZone()).isEqualTo(denver);
        assertThat(changed(held().book(TOKEN, denver, ALEX, NOW)).call().clientZone())
                .isEqualTo(denver);
    }

    @Test
    void cancelling_frees_the_time_and_raises_the_revision() {
        Changed cancelled = changed(booked().cancel(CancelReason.TIME_DOES_NOT_FIT, NOW));
        assertThat(cancelled.call().claims()).isEmpty();
        assertThat(cancelled.call().revision()).isEqualTo(1);
        assertThat(cancelled.events())
                .containsExactly(new CallEvent.CallCancelled(cancelled.call(), CancelReason.TIME_DOES_NOT_FIT, NOW));
    }

    @Test
    void a_move_keeps_the_id_and_takes_the_new_time_for_the_old() {
        Call booked = booked();
        Changed moved = changed(booked.move(schedule(HOST), LATER, Mover.HOST, 0, NOW));
        assertThat(moved.call())
                .usingRecursiveComparison()
                .ignoringFields("time", "blocked", "changeableUntil", "revision", "state")
                .isEqualTo(booked);
        assertThat(moved.call().state()).isEqualTo(new CallState.Booked(NOW, null, NOW));
        assertThat(moved.call().time().start()).isEqualTo(LATER);
        assertThat(moved.call().claims()).hasSize(6 + 2 * 4).doesNotContainAnyElementsOf(booked.claims());
        assertThat(moved.events())
                .containsExactly(new CallEvent.CallMoved(moved.call(), booked.time(), Mover.HOST, NOW));
    }

    @Test
    void pain_18_after_n_moves_the_revision_is_n() {
        Call call = booked();
        for (int move = 1; move <= 5; move++) {
            call = changed(call.move(schedule(HOST), START.plus(Duration.ofDays(move)), Mover.CLIENT, move - 1, NOW))
                    .call();
            assertThat(call.revision()).isEqualTo(move);
            assertThat(call.id()).isEqualTo(TOKEN.callId());
        }
        assertThat(changed(call.cancel(CancelReason.NO_LONGER_NEEDED, NOW))
                        .call()
                        .revision())
                .isEqualTo(6);
    }

    @Test
    void a_move_to_the_time_it_has_changes_nothing_and_one_from_an_old_page_is_refused() {
        Call moved = changed(booked().move(schedule(HOST), LATER, Mover.CLIENT, 0, NOW))
                .call();
        assertThat(moved.move(schedule(HOST), LATER, Mover.CLIENT, 0, NOW)).isEqualTo(new Unchanged(moved));
        assertThat(moved.move(schedule(HOST), START, Mover.CLIENT, 0, NOW))
                .isEqualTo(new Refused(CallRefusal.CALL_CHANGED));
        assertThat(moved.move(schedule(HOST), START, Mover.CLIENT, null, NOW)).isInstanceOf(Changed.class);
    }

    @Test
    void from_the_cut_off_on_a_person_can_neither_move_nor_cancel_and_the_host_still_can() {
        CallTerms terms = new CallTerms(
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofMinutes(15),
                Duration.ZERO,
                Duration.ofDays(21),
                Duration.ofHours(2),
                null,
                null);
        Host host = host(MAYA, "Maya", terms, everyDay("09:00", "17:00"));
        Call call = changed(Call.hold(TOKEN, inquiryId(1), schedule(host), START, CHICAGO, NOW)
                        .book(TOKEN, CHICAGO, ALEX, NOW))
                .call();
        Instant cutOff = START.minus(Duration.ofHours(2));
        assertThat(call.move(schedule(host), LATER, Mover.CLIENT, null, cutOff.minusMillis(1)))
                .isInstanceOf(Changed.class);
        assertThat(call.move(schedule(host), LATER, Mover.CLIENT, null, cutOff))
                .isEqualTo(new Refused(CallRefusal.TOO_LATE));
        assertThat(call.cancel(CancelReason.NO_LONGER_NEEDED, cutOff)).isEqualTo(new Refused(CallRefusal.TOO_LATE));
        assertThat(call.cancel(CancelReason.NO_LONGER_NEEDED, cutOff.minusMillis(1)))
                .isInstanceOf(Changed.class);
        assertThat(call.move(schedule(host), LATER, Mover.HOST, null, START.minusMillis(1)))
                .isInstanceOf(Changed.class);
        assertThat(call.move(schedule(host), LATER, Mover.HOST, null, START))
                .isEqualTo(new Refused(CallRefusal.TOO_LATE));
    }

    @Test
    void who_is_in_another_call_then_is_answered_alike_and_frees_the_time_when_the_hold_would_have_run_out() {
        Changed doubled = changed(held().doubled(TOKEN, CHICAGO, token(2).callId(), null, NOW.plusSeconds(60)));
        assertThat(doubled.events())
                .containsExactly(
                        new CallEvent.CallDoubled(doubled.call(), token(2).callId(), null, NOW.plusSeconds(60)));
        assertThat(doubled.call().claims()).isEqualTo(held().claims());
        assertThat(doubled.call().isOver(NOW.plus(Call.HOLD).minusMillis(1))).isFalse();
        assertThat(doubled.call().isOver(NOW.plus(Call.HOLD))).isTrue();
        Call freed = changed(doubled.call().lapse(NOW.plus(Call.HOLD))).call();
        assertThat(freed.claims()).isEmpty();
        assertThat(freed.state().claimsUntil()).isEmpty();
        assertThat(freed.isOver(NOW.plus(Call.HOLD))).isFalse();
        assertThat(freed.book(TOKEN, CHICAGO, ALEX, NOW.plus(Call.HOLD))).isEqualTo(new Unchanged(freed));
    }

    private static CallDecision decide(From from, Command command, HoldToken token) {
        Call call = call(from);
        Instant now = switch (from) {
            case HELD_OVER, DOUBLED_OVER -> NOW.plus(Call.HOLD);
            case BOOKED_BEGUN, ENDED -> START;
            default -> NOW;
        };
        return switch (command) {
            case EXTEND -> call.extend(token, null, now);
            case DRAFT -> call.draft(token, answers("Alex"), now);
            case BOOK -> call.book(token, CHICAGO, ALEX, now);
            case RELEASE -> call.release(token, now);
            case LAPSE -> call.lapse(now);
            case MOVE -> call.move(schedule(HOST), LATER, Mover.CLIENT, null, now);
            case CANCEL -> call.cancel(CancelReason.NO_LONGER_NEEDED, now);
            case NOTE -> OutcomeRules.note(call, CallOutcome.THINKING, MAYA.value(), now);
        };
    }

    private static Call call(From from) {
        return switch (from) {
            case HELD, HELD_OVER -> held();
            case BOOKED, BOOKED_BEGUN -> booked();
            case DOUBLED, DOUBLED_OVER ->
                changed(held().doubled(TOKEN, CHICAGO, token(2).callId(), null, NOW))
                        .call();
            case ENDED ->
                changed(OutcomeRules.note(booked(), CallOutcome.THINKING, MAYA.value(), START))
                        .call();
            case CANCELLED ->
                changed(booked().cancel(CancelReason.NO_LONGER_NEEDED, NOW)).call();
            case RELEASED -> changed(held().release(TOKEN, NOW)).call();
        };
    }

    private static Call held() {
        return Call.hold(TOKEN, inquiryId(1), schedule(HOST), START, CHICAGO, NOW);
    }

    private static Call booked() {
        return changed(held().book(TOKEN, CHICAGO, ALEX, NOW)).call();
    }

    private static Changed changed(CallDecision decision) {
        assertThat(decision).isInstanceOf(Changed.class);
        return (Changed) decision;
    }

    private static String named(CallDecision decision) {
        return switch (decision) {
            case Changed(Call call, var events) -> {
                boolean told = !events.isEmpty();
                boolean worthTelling = call.state() instanceof CallState.Booked
                        || call.state() instanceof CallState.Ended
                        || call.state() instanceof CallState.Cancelled;
                assertThat(told).isEqualTo(worthTelling);
                yield call.state().getClass().getSimpleName();
            }
            case Unchanged _ -> "unchanged";
            case Refused(CallRefusal reason) -> reason.code().replace('-', '_').toUpperCase(Locale.ROOT);
        };
    }
}
