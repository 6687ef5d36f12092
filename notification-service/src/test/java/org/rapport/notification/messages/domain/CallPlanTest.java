package org.rapport.notification.messages.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.notification.messages.domain.Occasion.CallBooked;
import org.rapport.notification.messages.domain.Occasion.CallNotChosen;
import org.rapport.notification.messages.domain.Recipient.Client;
import org.rapport.notification.messages.domain.Recipient.Staff;

/** What is said of a call that is given back because the person chose another. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class CallPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final Instant START = NOW.plus(Duration.ofDays(3));
    private static final UUID INQUIRY = UUID.randomUUID();
    private static final UUID CALL = UUID.randomUUID();
    private static final UUID HOST = UUID.randomUUID();

    @Test
    void who_chose_another_call_gets_a_mail_and_no_text_and_the_host_hears_that_the_time_is_free() {
        Plan plan = Plan.of(new CallNotChosen(INQUIRY, CALL, 1, HOST, START, NOW), UsualSchedule.SCHEDULE);
        assertThat(plan.due())
                .extracting(
                        Message::kind,
                        Message::channel,
                        Message::recipient,
                        message -> message.subject().revision())
                .containsExactlyInAnyOrder(
                        tuple(MessageKind.CALL_NOT_CHOSEN, Channel.EMAIL, new Client(INQUIRY), 1),
                        tuple(MessageKind.CALL_CANCELLED_HOST, Channel.EMAIL, new Staff(HOST), 1));
    }

    @Test
    void nothing_that_was_announced_of_it_goes_any_more() {
        Plan booked = Plan.of(new CallBooked(INQUIRY, CALL, 0, HOST, START, NOW), UsualSchedule.SCHEDULE);
        Plan plan = Plan.of(new CallNotChosen(INQUIRY, CALL, 1, HOST, START, NOW), UsualSchedule.SCHEDULE);
        assertThat(plan.withdrawn())
                .extracting(withdrawn -> withdrawn.message().id(), Plan.Withdrawal::reason)
                .containsExactlyInAnyOrderElementsOf(booked.due().stream()
                        .map(message -> tuple(message.id(), Suppression.CALL_CANCELLED))
                        .toList());
    }
}
