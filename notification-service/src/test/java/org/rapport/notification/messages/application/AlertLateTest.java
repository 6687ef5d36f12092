package org.rapport.notification.messages.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.notification.messages.application.Carrier.Handover;
import org.rapport.notification.messages.domain.MessageKind;

/** Messages that should have gone and have not: somebody is told. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class AlertLateTest {
    private final LedgerFixture practice = new LedgerFixture();
    private final AlertLateHandler alert =
            new AlertLateHandler(practice.messages, practice.planner, Duration.ofMinutes(5), practice.clock);

    AlertLateTest() {
        practice.facts.coordinators = List.of(practice.host);
    }

    private long alerts() {
        return practice.mailed().stream().filter("MESSAGES_LATE"::equals).count();
    }

    @Test
    void pain_15_messages_that_do_not_go_out_are_told_of_once_in_an_hour_by_however_many_instances() {
        practice.mail.answering(_ -> Handover.UNREACHABLE);
        practice.happens(practice.booked());
        practice.runUntil(practice.clock.instant().plus(Duration.ofMinutes(5)));
        alert.handle();
        assertThat(alert.oldestDueAge()).isEqualTo(Duration.ofMinutes(5));
        assertThat(practice.messages.all()).noneMatch(message -> message.kind() == MessageKind.MESSAGES_LATE);

        practice.runUntil(practice.clock.instant().plusSeconds(1));
        alert.handle();
        alert.handle();
        practice.mail.answering(
                parcel -> parcel.id().value().contains("|MESSAGES_LATE|") ? Handover.TAKEN : Handover.UNREACHABLE);
        practice.runUntil(practice.clock.instant().plus(Duration.ofMinutes(20)));
        alert.handle();
        practice.wakeDue();
        assertThat(alerts()).isEqualTo(1);

        practice.runUntil(practice.clock.instant().plus(Duration.ofHours(1)));
        alert.handle();
        practice.wakeDue();
        assertThat(alerts()).isEqualTo(2);
    }

    @Test
    void what_waits_for_the_morning_or_for_its_time_is_not_late() {
        practice.happens(practice.booked());
        practice.wakeDue();
        assertThat(alert.oldestDueAge()).isZero();
        practice.clock.advance(Duration.ofHours(9));
        assertThat(alert.oldestDueAge()).isZero();
        alert.handle();
        practice.wakeDue();
        assertThat(alerts()).isZero();
    }
}
