package org.rapport.matching.roster.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.List;
import org.rapport.delivery.Change;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Therapists;

/** One document a therapist, by id. */
public final class MongoTherapists implements Therapists {
    private static final int MOST = 1_000;

    private final Documents<TherapistDocument> documents;

    public MongoTherapists(DocumentStore store) {
        this.documents = store.collection("therapists", TherapistDocument.class);
    }

    @Override
    public List<Therapist> all() {
        return documents.find(Filters.empty(), Sorts.ascending("_id"), MOST).stream()
                .map(stored -> stored.state().toTherapist())
                .toList();
    }

    @Override
    public void add(Therapist therapist) {
        // STALE says that the therapist is there already, which is what was asked for.
        documents.save(therapist.id().toString(), 0, TherapistDocument.of(therapist), Change.none());
    }
}
