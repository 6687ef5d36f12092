package org.rapport.notification.messages.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.notification.messages.domain.MessageDecision.Changed;
import org.rapport.notification.messages.domain.MessageState.Failed;
import org.rapport.notification.messages.domain.MessageState.Planned;
import org.rapport.notification.messages.domain.MessageState.Sending;
import org.rapport.notification.messages.domain.MessageState.Sent;
import org.rapport.notification.messages.domain.MessageState.Spread;
import org.rapport.notification.messages.domain.MessageState.Suppressed;
import org.rapport.notification.messages.domain.MessageState.Unknown;
import org.rapport.notification.messages.domain.Recipient.Client;
import org.rapport.notification.messages.domain.Recipient.EveryCoordinator;
import org.rapport.notification.messages.domain.Recipient.NextCoordinator;
import org.rapport.notification.messages.domain.Recipient.Staff;

/** What every ledger keeps, in memory or in a store. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class MessagesContract {
    protected static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    protected abstract Messages messages();

    protected static Message fresh() {
        return message(UUID.randomUUID(), MessageKind.CALL_REMINDER_24H, NOW);
    }

    private static Message message(UUID inquiry, MessageKind kind, Instant dueAt) {
        return Message.planned(
                inquiry,
                new Subject(UUID.randomUUID(), 0),
                kind,
                Channel.EMAIL,
                new Client(inquiry),
                null,
                dueAt,
                dueAt.plus(Duration.ofDays(1)));
    }

    private static Message in(Message message, MessageState state) {
        return new Message(
                message.id(),
                message.version(),
                message.inquiryId(),
                message.subject(),
                message.kind(),
                message.channel(),
                message.recipient(),
                message.person(),
                message.dueAt(),
                message.usefulUntil(),
                state);
    }

    @Test
    void a_message_comes_back_as_it_was_stored_in_every_state() {
        List<MessageState> states = List.of(
                new Planned(NOW, 0, null),
                new Planned(NOW, 3, Fault.PROVIDER_UNREACHABLE),
                new Sending(NOW, 1, null, null),
                new Sending(NOW, 2, Fault.OUTCOME_UNKNOWN, Suppression.INTAKE_SUBMITTED),
                new Sent(NOW),
                new Spread(3, NOW),
                new Suppressed(Suppression.CALL_CANCELLED, NOW),
                new Failed(Fault.PROVIDER_REFUSED, NOW),
                new Unknown(NOW));
        for (MessageState state : states) {
            Message message = in(fresh(), state);
            assertThat(messages().save(message, List.of())).isEqualTo(Saving.SAVED);
            Message found = messages().find(message.id()).orElseThrow();
            assertThat(found)
                    .usingRecursiveComparison()
                    .ignoringFields("version")
                    .isEqualTo(message);
            assertThat(found.version()).isEqualTo(1);
        }
    }

    @Test
    void every_sort_of_recipient_comes_back() {
        UUID person = UUID.randomUUID();
        for (Recipient recipient : List.of(
                new Client(UUID.randomUUID()),
                new Staff(UUID.randomUUID()),
                new EveryCoordinator(),
                new NextCoordinator())) {
            Message message = Message.planned(
                    UUID.randomUUID(),
                    new Subject(UUID.randomUUID(), 2),
                    MessageKind.SAFETY_ALERT,
                    Channel.EMAIL,
                    recipient,
                    person,
                    NOW,
                    NOW.plusSeconds(1));
            messages().save(message, List.of());
            Message found = messages().find(message.id()).orElseThrow();
            assertThat(found.recipient()).isEqualTo(recipient);
            assertThat(found.person()).isEqualTo(person);
        }
    }

    @Test
    void a_message_is_inserted_once() {
        Message message = fresh();
        assertThat(messages().save(message, List.of())).isEqualTo(Saving.SAVED);
        assertThat(messages().save(message, List.of())).isEqualTo(Saving.STALE);
    }

    @Test
    void a_write_on_an_old_version_is_stale() {
        Message message = fresh();
        messages().save(message, List.of());
        Message read = messages().find(message.id()).orElseThrow();
        assertThat(messages().save(in(read, new Sending(NOW, 1, null, null)), List.of()))
                .isEqualTo(Saving.SAVED);
        assertThat(messages().save(in(read, new Sent(NOW)), List.of())).isEqualTo(Saving.STALE);
    }

    @Test
    void of_many_who_claim_one_message_one_gets_it() throws Exception {
        Message message = fresh();
        messages().save(message, List.of());
        Callable<Boolean> claim = () -> messages()
                        .decide(message.id(), found -> found.claim(NOW, Duration.ofMinutes(1)))
                        .orElseThrow()
                instanceof Changed;
        try (ExecutorService racers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> claims =
                    racers.invokeAll(IntStream.range(0, 20).mapToObj(_ -> claim).toList());
            assertThat(claims).filteredOn(Future::resultNow).hasSize(1);
        }
    }

    @Test
    void a_message_that_is_no_clients_is_kept_like_any_other_and_told_to_nobody() {
        Message message = Plan.of(new Occasion.CalendarUnreadable(UUID.randomUUID(), 1, NOW), UsualSchedule.SCHEDULE)
                .due()
                .getFirst();
        assertThat(messages().save(message, List.of())).isEqualTo(Saving.SAVED);
        Message stored = messages().find(message.id()).orElseThrow();
        assertThat(stored.inquiryId()).isNull();
        MessageDecision.Changed withdrawn = (MessageDecision.Changed) stored.withdraw(Suppression.CALENDAR_READ, NOW);
        assertThat(messages().save(withdrawn.message(), withdrawn.events())).isEqualTo(Saving.SAVED);
    }

    @Test
    void lists_filter_by_state_and_kind_newest_due_first() {
        UUID inquiry = UUID.randomUUID();
        Message early = message(inquiry, MessageKind.INTAKE_LINK, NOW.minusSeconds(60));
        Message late = in(message(inquiry, MessageKind.MATCHED, NOW), new Sent(NOW));
        messages().save(early, List.of());
        messages().save(late, List.of());

        assertThat(messages().ofInquiry(inquiry)).extracting(Message::id).containsExactly(late.id(), early.id());
        assertThat(messages().ofInquiry(UUID.randomUUID())).isEmpty();
        assertThat(messages().list(LedgerSearch.everything().in(MessageState.Name.SENT), 1_000))
                .extracting(Message::id)
                .contains(late.id())
                .doesNotContain(early.id());
        assertThat(messages().list(LedgerSearch.everything().of(MessageKind.INTAKE_LINK), 1_000))
                .extracting(Message::id)
                .contains(early.id())
                .doesNotContain(late.id());
        assertThat(messages().list(LedgerSearch.everything(), 1)).hasSize(1);
    }

    @Test
    void a_search_finds_by_each_of_what_it_asks_for() {
        UUID inquiry = UUID.randomUUID();
        Message mail = message(inquiry, MessageKind.MATCHED, NOW);
        messages().save(mail, List.of());
        for (LedgerSearch fitting : List.of(
                new LedgerSearch(null, null, null, inquiry, null, null),
                new LedgerSearch(null, null, Channel.EMAIL, inquiry, null, null),
                new LedgerSearch(null, null, null, inquiry, NOW, NOW.plusSeconds(1)),
                new LedgerSearch(MessageState.Name.PLANNED, MessageKind.MATCHED, Channel.EMAIL, inquiry, NOW, null))) {
            assertThat(messages().list(fitting, 10)).as("%s", fitting).hasSize(1);
        }
        for (LedgerSearch other : List.of(
                new LedgerSearch(null, null, Channel.SMS, inquiry, null, null),
                new LedgerSearch(null, null, null, UUID.randomUUID(), null, null),
                new LedgerSearch(MessageState.Name.SENT, null, null, inquiry, null, null),
                new LedgerSearch(null, null, null, inquiry, null, NOW),
                new LedgerSearch(null, null, null, inquiry, NOW.plusSeconds(1), null))) {
            assertThat(messages().list(other, 10)).as("%s", other).isEmpty();
        }
    }

    @Test
    void pain_15_the_oldest_due_is_what_should_have_gone_and_not_what_waits_for_the_morning() {
        // Due long ago, so that no other test's messages are older; looked at in a long time, so that nobody sends
        // them.
        Instant then = Instant.parse("2001-01-01T00:00:00Z");
        Instant never = Instant.parse("2090-01-01T00:00:00Z");
        Message morning = message(UUID.randomUUID(), MessageKind.WAIT_LIST_ENDED, then.plusSeconds(1));
        messages().save(in(morning, new Planned(never, 1, null)), List.of());
        Message failing = message(UUID.randomUUID(), MessageKind.WAIT_LIST_ENDED, then.plusSeconds(2));
        Message underWay = in(failing, new Sending(never, 3, Fault.PROVIDER_UNREACHABLE, null));
        assertThat(messages().oldestDue(then.plusSeconds(600))).isEmpty();
        messages().save(underWay, List.of());
        assertThat(messages().oldestDue(then.plusSeconds(600))).contains(then.plusSeconds(2));
        assertThat(messages().oldestDue(then.plusSeconds(1))).isEmpty();
        messages().decide(failing.id(), found -> found.suppress(3, Suppression.EXPIRED, then));
        messages().decide(morning.id(), found -> found.withdraw(Suppression.EXPIRED, then));
        assertThat(messages().oldestDue(then.plusSeconds(600))).isEmpty();
    }

    @Test
    void a_decision_on_a_message_that_is_not_there_is_empty() {
        assertThat(messages().decide(new MessageId("none"), message -> message.sent(NOW)))
                .isEmpty();
    }
}
