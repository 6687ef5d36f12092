package org.rapport.notification.messages.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.rapport.contracts.PublishedEvent;
import org.rapport.delivery.Change;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.Documents.Stored;
import org.rapport.delivery.Saved;
import org.rapport.notification.messages.domain.LedgerSearch;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageEvent;
import org.rapport.notification.messages.domain.MessageId;
import org.rapport.notification.messages.domain.MessageState;
import org.rapport.notification.messages.domain.Messages;
import org.rapport.notification.messages.domain.Saving;

public final class MongoMessages implements Messages {
    private static final Bson NEWEST_DUE_FIRST = Sorts.descending("state.dueAt");
    private static final int MOST_OF_ONE_INQUIRY = 500;

    private final Documents<MessageDocument> documents;
    private final Function<MessageEvent, PublishedEvent> translation;

    public MongoMessages(DocumentStore store, Function<MessageEvent, PublishedEvent> translation) {
        this.documents = store.collection(
                "messages",
                MessageDocument.class,
                new IndexModel(Indexes.descending("state.dueAt")),
                new IndexModel(
                        Indexes.compoundIndex(Indexes.ascending("state.inquiryId"), Indexes.descending("state.dueAt"))),
                new IndexModel(
                        Indexes.compoundIndex(Indexes.ascending("state.state"), Indexes.descending("state.dueAt"))),
                new IndexModel(
                        Indexes.compoundIndex(Indexes.ascending("state.kind"), Indexes.descending("state.dueAt"))));
        this.translation = translation;
    }

    /** For the wake-ups: a message carries the moment it must be looked at again. */
    public Documents<?> documents() {
        return documents;
    }

    @Override
    public Optional<Message> find(MessageId id) {
        return documents.find(id.value()).map(MongoMessages::message);
    }

    @Override
    public Saving save(Message message, List<MessageEvent> events) {
        Change change = Change.of(events.stream()
                        // What is no client's is nobody else's business.
                        .filter(event -> event.message().inquiryId() != null)
                        .map(translation)
                        .toList())
                .wakingAt(message.state().wakesAt().orElse(null));
        Saved saved = documents.save(message.id().value(), message.version(), MessageDocument.of(message), change);
        return switch (saved) {
            case SAVED -> Saving.SAVED;
            case STALE -> Saving.STALE;
            case TAKEN -> throw new IllegalStateException("messages hold no claims");
        };
    }

    @Override
    public List<Message> ofInquiry(UUID inquiryId) {
        return read(Filters.eq("state.inquiryId", inquiryId), MOST_OF_ONE_INQUIRY);
    }

    @Override
    public List<Message> list(LedgerSearch search, int limit) {
        List<Bson> filters = new ArrayList<>();
        if (search.state() != null) {
            filters.add(Filters.eq("state.state", search.state().name()));
        }
        if (search.kind() != null) {
            filters.add(Filters.eq("state.kind", search.kind().name()));
        }
        if (search.channel() != null) {
            filters.add(Filters.eq("state.channel", search.channel().name()));
        }
        if (search.inquiryId() != null) {
            filters.add(Filters.eq("state.inquiryId", search.inquiryId()));
        }
        if (search.dueFrom() != null) {
            filters.add(Filters.gte("state.dueAt", search.dueFrom()));
        }
        if (search.dueBefore() != null) {
            filters.add(Filters.lt("state.dueAt", search.dueBefore()));
        }
        return read(filters.isEmpty() ? Filters.empty() : Filters.and(filters), limit);
    }

    @Override
    public Optional<Instant> oldestDue(Instant now) {
        Bson open = Filters.in("state.state", MessageState.Name.PLANNED.name(), MessageState.Name.SENDING.name());
        // What was never tried and is not to be looked at yet waits for the morning, by right.
        Bson late = Filters.or(Filters.lte("state.at", now), Filters.exists("state.fault"));
        return documents
                .find(Filters.and(open, late, Filters.lte("state.dueAt", now)), Sorts.ascending("state.dueAt"), 1)
                .stream()
                .map(stored -> stored.state().dueAt())
                .findFirst();
    }

    private List<Message> read(Bson filter, int limit) {
        return documents.find(filter, NEWEST_DUE_FIRST, limit).stream()
                .map(MongoMessages::message)
                .toList();
    }

    private static Message message(Stored<MessageDocument> stored) {
        return stored.state().toMessage(stored.id(), stored.version());
    }
}
