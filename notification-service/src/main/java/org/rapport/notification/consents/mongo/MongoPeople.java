package org.rapport.notification.consents.mongo;

import java.util.Optional;
import java.util.UUID;
import org.rapport.delivery.Change;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.Saved;
import org.rapport.notification.consents.domain.Choices;
import org.rapport.notification.consents.domain.People;
import org.rapport.notification.consents.domain.Saving;

public final class MongoPeople implements People {
    private final Documents<ChoicesDocument> documents;

    public MongoPeople(DocumentStore store) {
        this.documents = store.collection("choices", ChoicesDocument.class);
    }

    @Override
    public Optional<Choices> find(UUID inquiryId) {
        return documents.find(inquiryId.toString()).map(stored -> stored.state().toChoices(stored.version()));
    }

    @Override
    public Saving save(Choices choices) {
        Saved saved = documents.save(
                choices.inquiryId().toString(), choices.version(), ChoicesDocument.of(choices), Change.none());
        return saved == Saved.SAVED ? Saving.SAVED : Saving.STALE;
    }
}
