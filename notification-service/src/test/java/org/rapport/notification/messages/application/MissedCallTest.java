package org.rapport.notification.messages.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.notification.messages.domain.CallFact;
import org.rapport.notification.messages.domain.CallFact.Ending;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState.Suppressed;
import org.rapport.notification.messages.domain.Occasion.CallMissed;
import org.rapport.notification.messages.domain.Suppression;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class MissedCallTest {
    private final LedgerFixture practice = new LedgerFixture();

    @BeforeEach
    void the_call_was_to_be() {
        practice.clock.set(practice.start.plus(Duration.ofMinutes(5)));
        UUID ruth = UUID.randomUUID();
        practice.facts.coordinators = List.of(ruth);
        practice.facts.staff.put(ruth, LedgerFixture.person("Ruth", "ruth@lakeside.example", null));
    }

    @Test
    void who_did_not_come_gets_one_mail_after_a_while_and_the_coordinators_none() {
        noted(true, 0, new Ending(true, false, 0));
        practice.wakeDue();
        assertThat(practice.mailed()).isEmpty();
        practice.runUntil(practice.clock.instant().plus(Duration.ofHours(1)));
        assertThat(practice.mailed()).containsExactly("CALL_MISSED_BY_CLIENT");
        assertThat(practice.texted()).isEmpty();
    }

    @Test
    void whom_we_missed_gets_an_apology_and_every_coordinator_hears_of_it() {
        noted(false, 0, new Ending(false, true, 0));
        practice.runUntil(practice.clock.instant().plus(Duration.ofHours(1)));
        assertThat(practice.mailed()).containsExactlyInAnyOrder("CALL_MISSED_BY_US", "CALL_MISSED_COORDINATOR");
    }

    @Test
    void what_is_corrected_in_time_is_not_told() {
        noted(true, 0, new Ending(true, false, 0));
        practice.facts.calls.put(practice.call, fact(new Ending(false, false, 1)));
        practice.runUntil(practice.clock.instant().plus(Duration.ofHours(1)));
        assertThat(practice.mailed()).isEmpty();
        assertThat(practice.state(MessageKind.CALL_MISSED_BY_CLIENT, Channel.EMAIL))
                .isInstanceOfSatisfying(
                        Suppressed.class,
                        suppressed -> assertThat(suppressed.reason()).isEqualTo(Suppression.CALL_CORRECTED));
    }

    @Test
    void noted_right_after_all_it_is_told_once() {
        noted(true, 0, new Ending(true, false, 0));
        noted(true, 2, new Ending(true, false, 2));
        practice.runUntil(practice.clock.instant().plus(Duration.ofHours(1)));
        assertThat(practice.mailed()).containsExactly("CALL_MISSED_BY_CLIENT");
    }

    private void noted(boolean byClient, int correction, Ending truth) {
        practice.facts.calls.put(practice.call, fact(truth));
        practice.happens(new CallMissed(
                practice.inquiry, practice.call, correction, practice.host, byClient, practice.clock.instant()));
    }

    private CallFact fact(@Nullable Ending ending) {
        Instant end = practice.start.plus(Duration.ofMinutes(20));
        return new CallFact(practice.call, true, 0, practice.start, end, practice.start, ending);
    }
}
