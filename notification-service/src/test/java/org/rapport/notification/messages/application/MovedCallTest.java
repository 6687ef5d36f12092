package org.rapport.notification.messages.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState.Suppressed;
import org.rapport.notification.messages.domain.Occasion.CallDoubled;
import org.rapport.notification.messages.domain.Suppression;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class MovedCallTest {
    private final LedgerFixture practice = new LedgerFixture();

    @Test
    void the_reminder_of_the_old_time_is_not_sent_and_that_of_the_new_is() {
        practice.happens(practice.booked());
        practice.wakeDue();
        practice.clock.advance(Duration.ofHours(1));
        practice.happens(practice.moved(1, 2));
        practice.runUntil(practice.start.plus(Duration.ofDays(3)));

        assertThat(practice.mailed())
                .containsExactlyInAnyOrder(
                        "CALL_CONFIRMATION",
                        "CALL_BOOKED_HOST",
                        "CALL_MOVED",
                        "CALL_MOVED_HOST",
                        "CALL_REMINDER_24H",
                        "CALL_REMINDER_1H");
        assertThat(practice.texted()).containsExactly("CALL_MOVED", "CALL_REMINDER_24H", "CALL_REMINDER_1H");
        List<Message> reminders = practice.messages.all().stream()
                .filter(message -> message.kind().isReminder() && message.channel() == Channel.EMAIL)
                .toList();
        assertThat(reminders)
                .filteredOn(message -> message.subject().revision() == 0)
                .extracting(message -> ((Suppressed) message.state()).reason())
                .containsExactly(Suppression.CALL_MOVED, Suppression.CALL_MOVED);
    }

    @Test
    void a_move_that_nobody_told_of_yet_is_seen_when_the_reminder_is_due() {
        practice.happens(practice.booked());
        practice.moved(1, 2);
        practice.runUntil(practice.start);
        assertThat(practice.mailed()).isEmpty();
        assertThat(practice.state(MessageKind.CALL_REMINDER_24H, Channel.EMAIL)).isInstanceOf(Suppressed.class);
    }

    @Test
    void who_is_in_another_call_then_gets_one_mail_and_no_invite() {
        practice.happens(new CallDoubled(
                practice.inquiry, UUID.randomUUID(), practice.call, practice.call, practice.clock.instant()));
        practice.wakeDue();
        assertThat(practice.mailed()).containsExactly("CALL_DOUBLED");
        assertThat(practice.texted()).isEmpty();
    }

    /** That nothing was booked; which words it then has is in the letters' own test. */
    @Test
    void who_was_in_another_call_that_is_cancelled_meanwhile_is_still_told() {
        practice.happens(new CallDoubled(
                practice.inquiry, UUID.randomUUID(), practice.call, practice.call, practice.clock.instant()));
        practice.truth(false, 1);
        practice.wakeDue();
        assertThat(practice.mailed()).containsExactly("CALL_DOUBLED");
    }

    @Test
    void a_move_that_is_undone_within_two_minutes_tells_nobody_anything() {
        practice.happens(practice.booked());
        practice.wakeDue();
        practice.happens(practice.moved(1, 2));
        practice.clock.advance(Duration.ofSeconds(100));
        practice.happens(practice.moved(2, 0));
        practice.runUntil(practice.start.minus(Duration.ofHours(25)));
        assertThat(practice.mailed()).containsExactlyInAnyOrder("CALL_CONFIRMATION", "CALL_BOOKED_HOST");
        assertThat(practice.texted()).isEmpty();
        assertThat(practice.messages.all())
                .filteredOn(message ->
                        message.kind().isOfMove() && message.subject().revision() == 2)
                .extracting(message -> ((Suppressed) message.state()).reason())
                .containsOnly(Suppression.CHANGE_UNDONE)
                .hasSize(3);
    }

    @Test
    void a_move_that_is_undone_later_is_told_like_any_other() {
        practice.happens(practice.booked());
        practice.wakeDue();
        practice.happens(practice.moved(1, 2));
        practice.runUntil(practice.clock.instant().plus(Duration.ofMinutes(3)));
        practice.happens(practice.moved(2, 0));
        practice.runUntil(practice.clock.instant().plus(Duration.ofMinutes(3)));
        assertThat(practice.mailed()).filteredOn("CALL_MOVED"::equals).hasSize(2);
    }

    @Test
    void of_two_moves_in_a_row_only_the_last_is_told() {
        practice.happens(practice.booked());
        practice.wakeDue();
        practice.happens(practice.moved(1, 2));
        practice.happens(practice.moved(2, 3));
        practice.runUntil(practice.clock.instant().plus(Duration.ofMinutes(2)));
        assertThat(practice.mailed()).filteredOn("CALL_MOVED"::equals).hasSize(1);
        assertThat(practice.mail.taken())
                .filteredOn(parcel -> parcel.letter().subject().equals("CALL_MOVED"))
                .allMatch(parcel -> parcel.id().value().contains("|2|CALL_MOVED|"));
    }
}
