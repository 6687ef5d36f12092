package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;
import static org.rapport.booking.Examples.schedule;
import static org.rapport.booking.Examples.token;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.CallDecision.Refused;
import org.rapport.booking.calls.domain.CallDecision.Unchanged;

/** What can be noted from which state is in the table of {@link CallTest}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutcomeRulesTest {

    private static final Instant NOW = Instant.parse("2027-01-11T15:00:00Z");
    private static final Instant START = Instant.parse("2027-01-12T15:00:00Z");

    @Test
    void how_a_call_went_can_be_corrected_until_the_end_of_the_next_day_of_the_host() {
        Call noted = changed(OutcomeRules.note(booked(), CallOutcome.MISSED_BY_CLIENT, MAYA.value(), START))
                .call();
        Instant end = Instant.parse("2027-01-14T06:00:00Z");
        Changed corrected = changed(OutcomeRules.note(noted, CallOutcome.GOOD_FIT, DANIEL.value(), end.minusMillis(1)));
        assertThat(corrected.events())
                .containsExactly(new CallEvent.CallHeld(
                        corrected.call(), CallOutcome.GOOD_FIT, 1, DANIEL.value(), end.minusMillis(1)));
        assertThat(OutcomeRules.note(noted, CallOutcome.GOOD_FIT, DANIEL.value(), end))
                .isEqualTo(new Refused(CallRefusal.OUTCOME_FINAL));
        assertThat(OutcomeRules.note(noted, CallOutcome.MISSED_BY_CLIENT, DANIEL.value(), end))
                .isEqualTo(new Unchanged(noted));
        assertThat(OutcomeRules.note(booked(), CallOutcome.GOOD_FIT, DANIEL.value(), end))
                .as("noted for the first time, however late")
                .isInstanceOf(Changed.class);
    }

    @Test
    void each_outcome_is_told_as_held_or_as_missed_by_one_of_the_two() {
        for (CallOutcome outcome : CallOutcome.values()) {
            Changed noted = changed(OutcomeRules.note(booked(), outcome, MAYA.value(), START));
            assertThat(noted.call().claims()).isEqualTo(booked().claims());
            assertThat(noted.events()).singleElement().satisfies(event -> {
                switch (event) {
                    case CallEvent.CallMissed missed ->
                        assertThat(outcome.name()).isEqualTo("MISSED_BY_" + missed.by());
                    case CallEvent.CallHeld held -> assertThat(held.outcome()).isEqualTo(outcome);
                    default -> throw new AssertionError(event);
                }
            });
        }
    }

    private static Call booked() {
        Call held = Call.hold(
                token(1),
                inquiryId(1),
                schedule(coordinator(MAYA, "Maya", everyDay("09:00", "17:00"))),
                START,
                CHICAGO,
                NOW);
        return changed(held.book(token(1), CHICAGO, ClientKey.of(person("Alex")), NOW))
                .call();
    }

    private static Changed changed(CallDecision decision) {
        assertThat(decision).isInstanceOf(Changed.class);
        return (Changed) decision;
    }
}
