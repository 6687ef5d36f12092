package org.rapport.matching.referrals.mongo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rapport.delivery.Change;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.Documents.Stored;
import org.rapport.matching.referrals.application.KeptDays;
import org.rapport.matching.referrals.domain.PracticeDays;

/** One document, of which every instance has a copy in memory that is a minute old at most. */
public final class MongoDays implements KeptDays {
    private static final String ID = "practice";
    private static final Duration COPY_LASTS = Duration.ofMinutes(1);

    private record Copy(PracticeDays days, @Nullable Instant toldAt, Instant readAt) {}

    private final Documents<DaysDocument> documents;
    private final Clock clock;
    private volatile Copy copy = new Copy(PracticeDays.NONE, null, Instant.MIN);

    public MongoDays(DocumentStore store, Clock clock) {
        this.documents = store.collection("practice-days", DaysDocument.class);
        this.clock = clock;
    }

    @Override
    public PracticeDays now() {
        return copy().days();
    }

    @Override
    public Optional<Instant> toldAt() {
        return Optional.ofNullable(copy().toldAt());
    }

    private Copy copy() {
        Instant now = clock.instant();
        Copy known = copy;
        if (known.readAt().isAfter(now) || known.readAt().isBefore(now.minus(COPY_LASTS))) {
            known = documents
                    .find(ID)
                    .map(stored ->
                            new Copy(stored.state().toDays(), stored.state().toldAt(), now))
                    .orElse(new Copy(known.days(), known.toldAt(), now));
            copy = known;
        }
        return known;
    }

    @Override
    public void count(PracticeDays days) {
        copy = new Copy(days, copy().toldAt(), clock.instant());
    }

    @Override
    public void keep(PracticeDays days, Instant toldAt, Instant wakeAt) {
        copy = new Copy(days, toldAt, clock.instant());
        save(DaysDocument.of(days, toldAt), wakeAt);
    }

    @Override
    public void askAgain(Instant wakeAt) {
        DaysDocument known = documents.find(ID).map(Stored::state).orElse(DaysDocument.of(PracticeDays.NONE, null));
        save(known, wakeAt);
    }

    /** Whoever is second learned the same a moment later, and will again. */
    private void save(DaysDocument document, Instant wakeAt) {
        documents.save(
                ID,
                documents.find(ID).map(Stored::version).orElse(0L),
                document,
                Change.none().wakingAt(wakeAt));
    }

    /** Has the given wake called when it is time to ask, for the first time at once. */
    public void wakeWith(BiConsumer<Documents<?>, Consumer<String>> wakeUps, Runnable wake) {
        wakeUps.accept(documents, _ -> wake.run());
        if (documents.find(ID).isEmpty()) {
            askAgain(clock.instant());
        }
    }
}
