package org.rapport.booking.requests.mongo;

import java.util.Optional;
import org.rapport.booking.requests.domain.KeptRequest;
import org.rapport.booking.requests.domain.Requests;
import org.rapport.delivery.Change;
import org.rapport.delivery.Documents;
import org.rapport.delivery.Saved;

public final class MongoRequests implements Requests {

    public static final String COLLECTION = "requests";

    private final Documents<RequestDocument> documents;

    public MongoRequests(Documents<RequestDocument> documents) {
        this.documents = documents;
    }

    @Override
    public Optional<KeptRequest> find(String id) {
        return documents.find(id).map(stored -> stored.state().toRequest(stored.id(), stored.version()));
    }

    @Override
    public boolean save(KeptRequest request) {
        Change change = Change.none().wakingAt(request.keptUntil());
        return documents.save(request.id(), request.version(), RequestDocument.of(request), change) == Saved.SAVED;
    }

    @Override
    public void forget(KeptRequest request) {
        documents.remove(request.id(), request.version());
    }
}
