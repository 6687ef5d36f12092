package org.rapport.intake.responses.mongo;

import com.google.crypto.tink.Aead;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.rapport.contracts.PublishedEvent;
import org.rapport.delivery.Change;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.Saved;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;
import org.rapport.intake.responses.domain.Patience;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseEvent;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.intake.responses.domain.Responses;
import org.rapport.intake.responses.domain.Saving;
import org.rapport.intake.responses.domain.SentIn;
import org.rapport.intake.responses.domain.UnfinishedResponse;
import org.rapport.intake.responses.domain.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Responses in the collection {@code responses}, one document each, found by their id alone. */
public final class MongoResponses implements Responses {
    private static final Logger LOG = LoggerFactory.getLogger(MongoResponses.class);
    private static final String QUESTIONNAIRES = "state.questionnaires";
    private static final String STATE = "state.state";
    private static final String ID = "_id";
    private static final String SENT_AT = "state.sentAt";
    private static final Duration UNTIL_DESTROYED_AGAIN = Duration.ofSeconds(30);

    private final Documents<ResponseDocument> documents;
    private final Function<ResponseEvent, PublishedEvent> translation;
    private final Patience patience;
    private final DataKeys keys;
    private final Clock clock;

    /** @param patience says when a response must act by itself */
    public MongoResponses(
            Documents<ResponseDocument> documents,
            Function<ResponseEvent, PublishedEvent> translation,
            Patience patience,
            DataKeys keys,
            Clock clock) {
        this.documents = documents;
        this.translation = translation;
        this.patience = patience;
        this.keys = keys;
        this.clock = clock;
    }

    public static Documents<ResponseDocument> documents(DocumentStore store) {
        return store.collection(
                "responses",
                ResponseDocument.class,
                new IndexModel(
                        Indexes.compoundIndex(Indexes.ascending(QUESTIONNAIRES, STATE), Indexes.descending(SENT_AT))));
    }

    @Override
    public Optional<Response> find(ResponseId id) {
        return documents.find(id.toString()).map(found -> read(id, found.version(), found.state()));
    }

    private Response read(ResponseId id, long version, ResponseDocument document) {
        if (!document.tells()) {
            return document.response(id, version, null);
        }
        return switch (keys.find(id)) {
            case DataKeys.DataKey.Usable(Aead aead) -> document.response(id, version, new Seal(id, aead));
            case DataKeys.DataKey.Destroyed() -> document.erased(id, version);
            case DataKeys.DataKey.None() -> throw new UnreadableAnswers("response " + id + " has lost its key");
        };
    }

    /**
     * The response goes first, because only its write can lose to a concern raised at the same moment; the key of what was
     * read before must outlive that. Waking destroys the key again, so that a crash in between leaves nothing readable for long.
     */
    @Override
    public Saving saveErased(Response erased) {
        Saving saved =
                write(erased, null, Change.none().wakingAt(clock.instant().plus(UNTIL_DESTROYED_AGAIN)));
        if (saved == Saving.SAVED) {
            keys.destroy(erased.id(), clock.instant());
        }
        return saved;
    }

    @Override
    public Saving save(Response response, List<ResponseEvent> events) {
        Seal seal = null;
        if (response.state() instanceof ResponseState.Erased) {
            keys.destroy(response.id(), clock.instant());
        } else if (ResponseDocument.tells(response)) {
            Optional<Aead> key = keys.forWriting(response.id());
            if (key.isEmpty()) {
                // Erased since it was read, as whoever decides again will see.
                return Saving.STALE;
            }
            seal = new Seal(response.id(), key.get());
        }
        List<PublishedEvent> published = events.stream().map(translation).toList();
        return write(
                response,
                seal,
                Change.of(published).wakingAt(response.watch().wakeAt(patience).orElse(null)));
    }

    @Override
    public Optional<Watch> watch(ResponseId id) {
        return documents.find(id.toString()).map(found -> found.state().watch(id, found.version()));
    }

    @Override
    public Saving save(Watch watch, List<ResponseEvent> events) {
        if (watch.stage() == Watch.Stage.ERASED) {
            keys.destroy(watch.id(), clock.instant());
        }
        String id = watch.id().toString();
        Change change = Change.of(events.stream().map(translation).toList())
                .wakingAt(watch.wakeAt(patience).orElse(null));
        return documents
                .find(id)
                .filter(found -> found.version() == watch.version())
                .map(found ->
                        saving(documents.save(id, watch.version(), found.state().after(watch), change)))
                .orElse(Saving.STALE);
    }

    private Saving write(Response response, @Nullable Seal seal, Change change) {
        return saving(documents.save(
                response.id().toString(), response.version(), ResponseDocument.of(response, seal), change));
    }

    private static Saving saving(Saved saved) {
        return switch (saved) {
            case SAVED -> Saving.SAVED;
            case STALE -> Saving.STALE;
            case TAKEN -> throw new IllegalStateException("responses hold no claims");
        };
    }

    @Override
    public List<SentIn> sentInAfter(@Nullable ResponseId last, int most) {
        Bson submitted =
                Filters.in(STATE, ResponseDocument.State.SUBMITTED.name(), ResponseDocument.State.AMENDING.name());
        Bson next = last == null ? submitted : Filters.and(Filters.gt(ID, last.toString()), submitted);
        return documents.find(next, Sorts.ascending(ID), most).stream()
                .map(this::sentIn)
                .toList();
    }

    private SentIn sentIn(Documents.Stored<ResponseDocument> found) {
        ResponseId id = new ResponseId(UUID.fromString(found.id()));
        ResponseDocument document = found.state();
        try {
            return new SentIn.Whole(read(id, found.version(), document));
        } catch (UnreadableAnswers e) {
            LOG.error("A response that was sent in cannot be read: {}", e.getMessage());
            return new SentIn.Unreadable(
                    id, document.inquiryId(), Objects.requireNonNullElse(document.submittedAt(), document.sentAt()));
        }
    }

    @Override
    public List<UnfinishedResponse> unfinishedWith(QuestionnaireKey questionnaire, int most) {
        Bson unfinished = Filters.and(
                Filters.eq(QUESTIONNAIRES, questionnaire.canonical()),
                Filters.in(
                        STATE,
                        ResponseDocument.State.SENT.name(),
                        ResponseDocument.State.IN_PROGRESS.name(),
                        ResponseDocument.State.LAPSED.name()));
        return documents.find(unfinished, Sorts.descending(SENT_AT), most).stream()
                .map(found -> new UnfinishedResponse(
                        found.state().inquiryId(),
                        found.state().revision() > 0,
                        found.state().sentAt()))
                .toList();
    }
}
