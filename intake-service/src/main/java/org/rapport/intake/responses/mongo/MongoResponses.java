package org.rapport.intake.responses.mongo;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rapport.contracts.PublishedEvent;
import org.rapport.delivery.Change;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.Saved;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseEvent;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.Responses;
import org.rapport.intake.responses.domain.Saving;

/** Responses in the collection {@code responses}, one document each, found by their id alone. */
public final class MongoResponses implements Responses {
    private final Documents<ResponseDocument> documents;
    private final Function<ResponseEvent, PublishedEvent> translation;

    public MongoResponses(DocumentStore store, Function<ResponseEvent, PublishedEvent> translation) {
        this.documents = store.collection("responses", ResponseDocument.class);
        this.translation = translation;
    }

    @Override
    public Optional<Response> find(ResponseId id) {
        return documents.find(id.toString()).map(found -> found.state().response(id, found.version()));
    }

    @Override
    public Saving save(Response response, List<ResponseEvent> events) {
        List<PublishedEvent> published = events.stream().map(translation).toList();
        Saved saved = documents.save(
                response.id().toString(), response.version(), ResponseDocument.of(response), Change.of(published));
        return switch (saved) {
            case SAVED -> Saving.SAVED;
            case STALE -> Saving.STALE;
            case TAKEN -> throw new IllegalStateException("responses hold no claims");
        };
    }
}
