package org.rapport.booking.hosts.mongo;

import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.booking.hosts.domain.Practices;
import org.rapport.booking.hosts.domain.Saving;
import org.rapport.delivery.Change;
import org.rapport.delivery.Documents;

public final class MongoPractices implements Practices {

    public static final String COLLECTION = "practice";

    /** One store is one practice. */
    private static final String ONLY = "practice";

    private final Documents<PracticeDocument> documents;

    public MongoPractices(Documents<PracticeDocument> documents) {
        this.documents = documents;
    }

    @Override
    public PracticeSettings current() {
        return documents
                .find(ONLY)
                .map(stored -> stored.state().toSettings(stored.version()))
                .orElseGet(PracticeSettings::initial);
    }

    @Override
    public Saving save(PracticeSettings settings) {
        return switch (documents.save(ONLY, settings.version(), PracticeDocument.of(settings), Change.none())) {
            case SAVED -> Saving.SAVED;
            case STALE -> Saving.STALE;
            case TAKEN -> throw new IllegalStateException("the practice claims nothing");
        };
    }
}
