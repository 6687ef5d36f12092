package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.answers;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.schedule;
import static org.rapport.booking.Examples.token;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.CallDecision.Refused;
import org.rapport.booking.calls.domain.CallDecision.Unchanged;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CallTest {

    private static final Instant NOW = Instant.parse("2027-01-11T15:00:00Z");
    private static final Instant START = Instant.parse("2027-01-12T15:00:00Z");
    private static final HoldToken TOKEN = token(1);

    enum From {
        HELD,
        HELD_OVER,
        BOOKED,
        BOOKED_BEGUN,
        CANCELLED,
        RELEASED
    }

    enum Command {
        EXTEND,
        DRAFT,
        BOOK,
        RELEASE,
        LAPSE,
        CANCEL
    }

    /** The transition table of {@link Call}, cell by cell. */
    @ParameterizedTest
    @CsvSource({
        "HELD,         EXTEND,  Held",
        "HELD,         DRAFT,   Held",
        "HELD,         BOOK,    Booked",
        "HELD,         RELEASE, Released",
        "HELD,         LAPSE,   unchanged",
        "HELD,         CANCEL,  NOT_BOOKED",
        "HELD_OVER,    EXTEND,  HOLD_EXPIRED",
        "HELD_OVER,    DRAFT,   HOLD_EXPIRED",
        "HELD_OVER,    BOOK,    HOLD_EXPIRED",
        "HELD_OVER,    RELEASE, Released",
        "HELD_OVER,    LAPSE,   Released",
        "HELD_OVER,    CANCEL,  NOT_BOOKED",
        "BOOKED,       EXTEND,  ALREADY_BOOKED",
        "BOOKED,       DRAFT,   ALREADY_BOOKED",
        "BOOKED,       BOOK,    unchanged",
        "BOOKED,       RELEASE, ALREADY_BOOKED",
        "BOOKED,       LAPSE,   unchanged",
        "BOOKED,       CANCEL,  Cancelled",
        "BOOKED_BEGUN, CANCEL,  TOO_LATE",
        "BOOKED_BEGUN, BOOK,    unchanged",
        "CANCELLED,    EXTEND,  CALL_CANCELLED",
        "CANCELLED,    DRAFT,   CALL_CANCELLED",
        "CANCELLED,    BOOK,    CALL_CANCELLED",
        "CANCELLED,    RELEASE, CALL_CANCELLED",
        "CANCELLED,    LAPSE,   unchanged",
        "CANCELLED,    CANCEL,  unchanged",
        "RELEASED,     EXTEND,  HOLD_EXPIRED",
        "RELEASED,     DRAFT,   HOLD_EXPIRED",
        "RELEASED,     BOOK,    HOLD_EXPIRED",
        "RELEASED,     RELEASE, unchanged",
        "RELEASED,     LAPSE,   unchanged",
        "RELEASED,     CANCEL,  NOT_BOOKED"
    })
    void the_table_holds(From from, Command command, String outcome) {
        assertThat(named(decide(from, command, TOKEN))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"EXTEND", "DRAFT", "BOOK", "RELEASE"})
    void somebody_elses_token_opens_nothing(Command command) {
        for (From from : From.values()) {
            HoldToken guessed = HoldToken.of(TOKEN.callId(), new byte[32]);
            assertThat(decide(from, command, guessed)).isEqualTo(new Refused(CallRefusal.UNKNOWN_LINK));
        }
    }

    @Test
    void a_hold_is_extended_once_by_ten_minutes() {
        Call extended = changed(held().extend(TOKEN, NOW.plusSeconds(300))).call();
        assertThat(extended.state()).isEqualTo(new CallState.Held(NOW.plus(Duration.ofMinutes(20)), true, null));
        assertThat(extended.extend(TOKEN, NOW)).isEqualTo(new Refused(CallRefusal.ALREADY_EXTENDED));
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
        Changed booked = changed(drafted.book(TOKEN, CHICAGO, NOW));
        assertThat(booked.events()).containsExactly(new CallEvent.CallBooked(booked.call(), NOW));
        assertThat(booked.call().state()).isEqualTo(new CallState.Booked(NOW));
        assertThat(booked.call().revision()).isZero();
        assertThat(booked.call().claims()).isEqualTo(held().claims()).hasSize(6);
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
        assertThat(changed(held().book(TOKEN, denver, NOW)).call().clientZone()).isEqualTo(denver);
    }

    @Test
    void cancelling_frees_the_time_and_raises_the_revision() {
        Changed cancelled = changed(booked().cancel(CancelReason.TIME_DOES_NOT_FIT, NOW));
        assertThat(cancelled.call().claims()).isEmpty();
        assertThat(cancelled.call().revision()).isEqualTo(1);
        assertThat(cancelled.events())
                .containsExactly(new CallEvent.CallCancelled(cancelled.call(), CancelReason.TIME_DOES_NOT_FIT, NOW));
    }

    private static CallDecision decide(From from, Command command, HoldToken token) {
        Call call = call(from);
        Instant now = switch (from) {
            case HELD_OVER -> NOW.plus(Call.HOLD);
            case BOOKED_BEGUN -> START;
            default -> NOW;
        };
        return switch (command) {
            case EXTEND -> call.extend(token, now);
            case DRAFT -> call.draft(token, answers("Alex"), now);
            case BOOK -> call.book(token, CHICAGO, now);
            case RELEASE -> call.release(token, now);
            case LAPSE -> call.lapse(now);
            case CANCEL -> call.cancel(CancelReason.NO_LONGER_NEEDED, now);
        };
    }

    private static Call call(From from) {
        return switch (from) {
            case HELD, HELD_OVER -> held();
            case BOOKED, BOOKED_BEGUN -> booked();
            case CANCELLED ->
                changed(booked().cancel(CancelReason.NO_LONGER_NEEDED, NOW)).call();
            case RELEASED -> changed(held().release(TOKEN, NOW)).call();
        };
    }

    private static Call held() {
        return Call.hold(
                TOKEN,
                inquiryId(1),
                schedule(coordinator(MAYA, "Maya", everyDay("09:00", "17:00"))),
                START,
                CHICAGO,
                NOW);
    }

    private static Call booked() {
        return changed(held().book(TOKEN, CHICAGO, NOW)).call();
    }

    private static Changed changed(CallDecision decision) {
        assertThat(decision).isInstanceOf(Changed.class);
        return (Changed) decision;
    }

    private static String named(CallDecision decision) {
        return switch (decision) {
            case Changed(Call call, var events) -> {
                boolean told = !events.isEmpty();
                boolean worthTelling =
                        call.state() instanceof CallState.Booked || call.state() instanceof CallState.Cancelled;
                assertThat(told).isEqualTo(worthTelling);
                yield call.state().getClass().getSimpleName();
            }
            case Unchanged _ -> "unchanged";
            case Refused(CallRefusal reason) -> reason.code().replace('-', '_').toUpperCase(Locale.ROOT);
        };
    }
}
