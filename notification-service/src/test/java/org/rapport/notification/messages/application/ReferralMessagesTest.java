package org.rapport.notification.messages.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState;
import org.rapport.notification.messages.domain.MessageState.Sent;
import org.rapport.notification.messages.domain.MessageState.Suppressed;
import org.rapport.notification.messages.domain.Occasion.CallNotChosen;
import org.rapport.notification.messages.domain.Occasion.ChoiceMade;
import org.rapport.notification.messages.domain.Occasion.ChoiceProposed;
import org.rapport.notification.messages.domain.Occasion.FitCheckAsked;
import org.rapport.notification.messages.domain.Occasion.TaskOpened;
import org.rapport.notification.messages.domain.Suppression;

/** Nobody is asked what nobody waits to hear any more. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferralMessagesTest {
    private final LedgerFixture practice = new LedgerFixture();
    private final Instant now = practice.clock.instant();
    private final Instant until = now.plus(Duration.ofDays(7));

    /** Columns: the number of the question that is open, empty if none is; whether the referral is closed. */
    @ParameterizedTest
    @CsvSource({"2, false,", "3, false, QUESTION_OVER", ", false, QUESTION_OVER", ", true, REFERRAL_CLOSED"})
    void a_link_to_choose_goes_only_while_its_question_is_open(
            @Nullable Integer open, boolean closed, @Nullable Suppression why) {
        if (open != null) {
            practice.facts.choices.put(practice.inquiry, open);
        }
        close(closed);
        practice.happens(new ChoiceProposed(practice.inquiry, 2, until, now));
        practice.wakeDue();
        assertEnded(MessageKind.CHOICE_LINK, Channel.EMAIL, why);
    }

    @Test
    void a_link_to_choose_goes_by_text_to_whom_no_mail_can_go_and_not_beside_one() {
        practice.facts.choices.put(practice.inquiry, 1);
        practice.happens(new ChoiceProposed(practice.inquiry, 1, until, now));
        practice.wakeDue();
        assertEnded(MessageKind.CHOICE_LINK, Channel.SMS, Suppression.OTHER_CHANNEL);

        LedgerFixture other = new LedgerFixture();
        other.facts.choices.put(other.inquiry, 1);
        other.facts.clients.put(other.inquiry, LedgerFixture.person("Ana Ruiz", null, "+13125550199"));
        other.happens(new ChoiceProposed(other.inquiry, 1, until, now));
        other.wakeDue();
        assertThat(other.texted()).containsExactly("CHOICE_LINK");
    }

    @ParameterizedTest
    @CsvSource({"true, false,", "false, false, QUESTION_OVER", "true, true, REFERRAL_CLOSED"})
    void how_it_is_is_asked_only_while_the_therapist_is_theirs(
            boolean theirs, boolean closed, @Nullable Suppression why) {
        practice.facts.therapists.put(practice.inquiry, theirs ? practice.host : UUID.randomUUID());
        close(closed);
        practice.happens(new FitCheckAsked(practice.inquiry, 1, practice.host, until, now));
        practice.wakeDue();
        assertEnded(MessageKind.FIT_CHECK_LINK, Channel.EMAIL, why);
    }

    @ParameterizedTest
    @CsvSource({"false,", "true, REFERRAL_CLOSED"})
    void of_a_choice_nobody_need_hear_when_the_work_has_ended(boolean closed, @Nullable Suppression why) {
        close(closed);
        practice.happens(new ChoiceMade(practice.inquiry, practice.host, now));
        practice.wakeDue();
        assertEnded(MessageKind.CHOICE_COORDINATOR, Channel.EMAIL, why);
    }

    @Test
    void somebody_who_came_back_is_seen_to_though_our_work_for_them_had_ended() {
        close(true);
        practice.happens(new TaskOpened(practice.inquiry, "came-back", practice.host, now));
        practice.wakeDue();
        assertEnded(MessageKind.TASK_COORDINATOR, Channel.EMAIL, null);
    }

    @ParameterizedTest
    @CsvSource({"false,", "true, CALL_STANDS"})
    void a_call_is_said_to_be_given_back_only_if_it_is(boolean booked, @Nullable Suppression why) {
        practice.truth(booked, 1);
        practice.happens(new CallNotChosen(practice.inquiry, practice.call, 1, practice.host, practice.start, now));
        practice.wakeDue();
        assertEnded(MessageKind.CALL_NOT_CHOSEN, Channel.EMAIL, why);
        assertThat(practice.texted()).isEmpty();
    }

    private void close(boolean closed) {
        practice.facts.closedReferrals.addAll(closed ? Set.of(practice.inquiry) : Set.of());
    }

    /** @param why null: it was sent */
    private void assertEnded(MessageKind kind, Channel channel, @Nullable Suppression why) {
        MessageState ended = why == null ? new Sent(now) : new Suppressed(why, now);
        assertThat(practice.state(kind, channel)).isEqualTo(ended);
    }
}
