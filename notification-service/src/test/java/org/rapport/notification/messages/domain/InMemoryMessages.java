package org.rapport.notification.messages.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.rapport.notification.messages.domain.MessageState.Planned;
import org.rapport.notification.messages.domain.MessageState.Sending;

/** A ledger in memory, with the events that went out with its writes. */
public final class InMemoryMessages implements Messages {
    private final Map<MessageId, Message> messages = new LinkedHashMap<>();
    private final List<MessageEvent> events = new ArrayList<>();

    @Override
    public synchronized Optional<Message> find(MessageId id) {
        return Optional.ofNullable(messages.get(id));
    }

    @Override
    public synchronized Saving save(Message message, List<MessageEvent> decided) {
        Message stored = messages.get(message.id());
        long version = stored == null ? 0 : stored.version();
        if (version != message.version()) {
            return Saving.STALE;
        }
        messages.put(message.id(), atVersion(message, version + Math.max(1, decided.size())));
        events.addAll(decided);
        return Saving.SAVED;
    }

    @Override
    public synchronized List<Message> ofInquiry(UUID inquiryId) {
        return matching(message -> inquiryId.equals(message.inquiryId()), Integer.MAX_VALUE);
    }

    @Override
    public synchronized List<Message> list(LedgerSearch search, int limit) {
        return matching(search::finds, limit);
    }

    @Override
    public synchronized Optional<Instant> oldestDue(Instant now) {
        return messages.values().stream()
                .filter(message -> !message.dueAt().isAfter(now))
                .filter(message -> switch (message.state()) {
                    case Planned planned ->
                        planned.lastFault() != null || !planned.wakeAt().isAfter(now);
                    case Sending sending ->
                        sending.lastFault() != null || !sending.leaseEnd().isAfter(now);
                    default -> false;
                })
                .map(Message::dueAt)
                .min(Comparator.naturalOrder());
    }

    public synchronized List<Message> all() {
        return List.copyOf(messages.values());
    }

    public synchronized List<MessageEvent> events() {
        return List.copyOf(events);
    }

    private List<Message> matching(Predicate<Message> wanted, int limit) {
        return messages.values().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(Message::dueAt).reversed())
                .limit(limit)
                .toList();
    }

    private static Message atVersion(Message message, long version) {
        return new Message(
                message.id(),
                version,
                message.inquiryId(),
                message.subject(),
                message.kind(),
                message.channel(),
                message.recipient(),
                message.person(),
                message.dueAt(),
                message.usefulUntil(),
                message.state());
    }
}
