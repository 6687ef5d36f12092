package org.rapport.notification.messages.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.notification.messages.domain.Recipient.EveryCoordinator;
import org.rapport.notification.messages.domain.Recipient.Staff;

/** What staff hear of a referral whose time is over, or whose match has ended. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class ReferralPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final UUID INQUIRY = UUID.randomUUID();
    private static final UUID HOST = UUID.randomUUID();
    private static final UUID COORDINATOR = UUID.randomUUID();

    @Test
    void that_the_time_was_over_goes_to_who_answers_for_the_person_or_else_to_everybody_each_time() {
        Message told = Plan.of(
                        new Occasion.ReferralOverdue(INQUIRY, COORDINATOR, NOW.minusSeconds(9), NOW),
                        UsualSchedule.SCHEDULE)
                .due()
                .getFirst();
        List<Message> toAll = Plan.of(new Occasion.ReferralOverdue(INQUIRY, null, NOW, NOW), UsualSchedule.SCHEDULE)
                .due();
        assertThat(told.kind()).isEqualTo(MessageKind.REFERRAL_OVERDUE);
        assertThat(told.recipient()).isEqualTo(new Staff(COORDINATOR));
        assertThat(toAll).extracting(Message::recipient).containsExactly(new EveryCoordinator());
        assertThat(toAll.getFirst().id()).isNotEqualTo(told.id());
    }

    @Test
    void a_rematch_is_told_to_who_saw_the_person() {
        assertThat(Plan.of(new Occasion.RematchRequested(INQUIRY, HOST, NOW), UsualSchedule.SCHEDULE)
                        .due())
                .extracting(Message::kind, Message::recipient)
                .containsExactly(tuple(MessageKind.REMATCH_THERAPIST, new Staff(HOST)));
    }
}
