package org.rapport.notification.messages.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.messages.domain.Plan.Withdrawal;
import org.rapport.notification.messages.domain.Recipient.Client;

/** Messages on one subject that are due at one time. */
record Draft(@Nullable UUID inquiryId, Subject subject, Instant dueAt, Instant usefulUntil, List<Message> messages) {
    Draft(@Nullable UUID inquiryId, Subject subject, Instant dueAt, Instant usefulUntil) {
        this(inquiryId, subject, dueAt, usefulUntil, List.of());
    }

    static Draft news(@Nullable UUID inquiryId, Subject subject, Instant at, Duration useful) {
        return new Draft(inquiryId, subject, at, at.plus(useful));
    }

    Draft toClient(MessageKind kind) {
        return to(new Client(Objects.requireNonNull(inquiryId)), kind, null);
    }

    Draft to(Recipient recipient, MessageKind kind, @Nullable UUID person) {
        List<Message> more = kind.channels().stream()
                .map(channel ->
                        Message.planned(inquiryId, subject, kind, channel, recipient, person, dueAt, usefulUntil))
                .toList();
        return new Draft(inquiryId, subject, dueAt, usefulUntil, concat(messages, more));
    }

    Plan plan() {
        return new Plan(messages, List.of());
    }

    /** A message whose time was before {@code now} is not sent late, but stays in the ledger with that reason. */
    Plan unlessPast(Instant now) {
        return now.isBefore(dueAt) ? plan() : new Plan(List.of(), withdrawn(Suppression.WINDOW_PAST, now));
    }

    /** Those who fit are not told, with this reason. */
    Plan except(Predicate<Message> who, Suppression reason) {
        List<Message> told = messages.stream().filter(who.negate()).toList();
        List<Message> untold = messages.stream().filter(who).toList();
        return new Plan(told, withdrawals(untold, reason, dueAt));
    }

    List<Withdrawal> withdrawn(Suppression reason, Instant at) {
        return withdrawals(messages, reason, at);
    }

    static List<Withdrawal> withdrawals(List<Message> messages, Suppression reason, Instant at) {
        return messages.stream()
                .map(message -> new Withdrawal(message, reason, at))
                .toList();
    }

    static <T> List<T> concat(List<T> some, List<T> others) {
        List<T> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
