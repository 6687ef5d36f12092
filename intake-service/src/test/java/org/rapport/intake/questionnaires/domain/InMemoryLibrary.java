package org.rapport.intake.questionnaires.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fake of {@link Library}. */
public final class InMemoryLibrary implements Library {
    private final Map<String, Upload> uploads = new TreeMap<>();
    private @Nullable Publication publication;

    @Override
    public synchronized Adding add(Upload upload) {
        Upload there = uploads.putIfAbsent(upload.key().canonical(), upload);
        if (there == null) {
            return Adding.ADDED;
        }
        return there.isSameAs(upload) ? Adding.ALREADY_THERE : Adding.TAKEN;
    }

    @Override
    public synchronized Optional<Upload> find(QuestionnaireKey key) {
        return Optional.ofNullable(uploads.get(key.canonical()));
    }

    @Override
    public synchronized List<Upload> all() {
        return List.copyOf(uploads.values());
    }

    @Override
    public synchronized Optional<Publication> publication() {
        return Optional.ofNullable(publication);
    }

    @Override
    public synchronized boolean save(Publication next) {
        long version = publication == null ? 0 : publication.version();
        if (version != next.version()) {
            return false;
        }
        publication = new Publication(next.current(), next.retired(), version + 1);
        return true;
    }
}
