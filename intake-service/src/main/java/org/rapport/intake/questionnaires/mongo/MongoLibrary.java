package org.rapport.intake.questionnaires.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.delivery.Change;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.Saved;
import org.rapport.intake.questionnaires.domain.Library;
import org.rapport.intake.questionnaires.domain.Publication;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;
import org.rapport.intake.questionnaires.domain.Upload;

/** Uploads in {@code questionnaires}, only ever inserted; what is current in the one document of {@code publications}. */
public final class MongoLibrary implements Library {
    private static final String CURRENT = "current";
    private static final int MOST_SHOWN = 200;

    private final Documents<UploadDocument> uploads;
    private final Documents<PublicationDocument> publications;

    public MongoLibrary(DocumentStore store) {
        this.uploads = store.collection("questionnaires", UploadDocument.class);
        this.publications = store.collection("publications", PublicationDocument.class);
    }

    /** An upload as stored. */
    public record UploadDocument(
            String url, String version, String definition, String rules, String uploadedBy, Instant uploadedAt) {
        Upload upload() {
            return new Upload(new QuestionnaireKey(url, version), definition, rules, uploadedBy, uploadedAt);
        }
    }

    /** What is and was current, as stored. */
    public record PublicationDocument(List<EntryDocument> current, List<EntryDocument> retired) {}

    /** One version that is or was current. */
    public record EntryDocument(
            String canonical,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {
        static EntryDocument of(Publication.Entry entry) {
            return new EntryDocument(entry.key().canonical(), entry.by(), entry.at());
        }

        Publication.Entry entry() {
            return new Publication.Entry(QuestionnaireKey.parse(canonical), changedBy, changedAt);
        }
    }

    @Override
    public Adding add(Upload upload) {
        UploadDocument document = new UploadDocument(
                upload.key().url(),
                upload.key().version(),
                upload.definition(),
                upload.rules(),
                upload.by(),
                upload.at());
        Saved saved = uploads.save(upload.key().canonical(), 0, document, Change.none());
        if (saved == Saved.SAVED) {
            return Adding.ADDED;
        }
        return find(upload.key()).filter(upload::isSameAs).isPresent() ? Adding.ALREADY_THERE : Adding.TAKEN;
    }

    @Override
    public Optional<Upload> find(QuestionnaireKey key) {
        return uploads.find(key.canonical()).map(found -> found.state().upload());
    }

    @Override
    public List<Upload> all() {
        return uploads.find(Filters.empty(), Sorts.ascending("_id"), MOST_SHOWN).stream()
                .map(found -> found.state().upload())
                .toList();
    }

    @Override
    public Optional<Publication> publication() {
        return publications
                .find(CURRENT)
                .map(found -> new Publication(
                        found.state().current().stream()
                                .map(EntryDocument::entry)
                                .toList(),
                        found.state().retired().stream()
                                .map(EntryDocument::entry)
                                .toList(),
                        found.version()));
    }

    @Override
    public boolean save(Publication publication) {
        PublicationDocument document = new PublicationDocument(
                publication.current().stream().map(EntryDocument::of).toList(),
                publication.retired().stream().map(EntryDocument::of).toList());
        return publications.save(CURRENT, publication.version(), document, Change.none()) == Saved.SAVED;
    }
}
