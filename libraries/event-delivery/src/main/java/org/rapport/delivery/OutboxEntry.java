package org.rapport.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/**
 * One event inside the document that decided it, until the broker has it.
 *
 * @param id unique and the same at every sending: {@code <subject>/<sequence>}
 * @param sequence number of the event in its document's life, from 1
 */
record OutboxEntry(
        String id,
        String topic,
        UUID key,
        String type,
        String subject,
        long sequence,
        Instant time,
        String body,
        String traceparent) {

    Document toDocument() {
        return new Document("id", id)
                .append("topic", topic)
                .append("key", key)
                .append("type", type)
                .append("subject", subject)
                .append("sequence", sequence)
                .append("time", time)
                .append("body", body)
                .append("traceparent", traceparent);
    }

    static OutboxEntry from(Document document) {
        return new OutboxEntry(
                document.getString("id"),
                document.getString("topic"),
                document.get("key", UUID.class),
                document.getString("type"),
                document.getString("subject"),
                document.getLong("sequence"),
                document.getDate("time").toInstant(),
                document.getString("body"),
                document.getString("traceparent"));
    }

    static List<OutboxEntry> allOf(Document stored) {
        return stored.getList("outbox", Document.class, List.of()).stream()
                .map(OutboxEntry::from)
                .toList();
    }
}
