package org.rapport.notification.messages.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.notification.messages.application.Facts.WaitListOffer;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.MessageKind;
import org.rapport.notification.messages.domain.MessageState.Suppressed;
import org.rapport.notification.messages.domain.Occasion;
import org.rapport.notification.messages.domain.Suppression;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class WaitListMessagesTest {
    private final LedgerFixture practice = new LedgerFixture();
    private final UUID hold = UUID.randomUUID();
    private final Instant until = LedgerFixture.MONDAY_NINE.plus(Duration.ofMinutes(15));

    @Test
    void an_offer_goes_out_at_once_by_mail_and_its_link_by_nothing_else() {
        standing(true);
        offered();
        practice.wakeDue();
        assertThat(practice.mailed()).containsExactly("WAIT_LIST_OFFERED");
        assertThat(practice.texted()).isEmpty();
    }

    @Test
    void an_offer_that_was_answered_meanwhile_is_not_sent() {
        standing(false);
        offered();
        practice.wakeDue();
        assertThat(practice.mailed()).isEmpty();
        assertThat(practice.state(MessageKind.WAIT_LIST_OFFERED, Channel.SMS))
                .isInstanceOfSatisfying(
                        Suppressed.class, state -> assertThat(state.reason()).isEqualTo(Suppression.OFFER_CLOSED));
    }

    @Test
    void an_offer_nobody_knows_is_not_sent() {
        offered();
        practice.wakeDue();
        assertThat(practice.mailed()).isEmpty();
    }

    @Test
    void an_offer_that_could_not_be_sent_in_time_is_dropped() {
        standing(true);
        practice.facts.down = true;
        offered();
        practice.runUntil(until);
        practice.facts.down = false;
        practice.runUntil(until.plus(Duration.ofHours(1)));
        assertThat(practice.mailed()).isEmpty();
    }

    private void offered() {
        practice.happens(new Occasion.WaitListOffered(practice.inquiry, hold, until, practice.clock.instant()));
    }

    private void standing(boolean open) {
        practice.facts.waitListOffers.put(
                hold,
                new WaitListOffer(
                        open,
                        practice.start,
                        practice.start.plus(Duration.ofMinutes(20)),
                        "https://rapport.example/x"));
    }
}
