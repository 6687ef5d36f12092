package org.rapport.intake.questionnaires.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which versions new responses are made of, in their order. There is one per practice, and it changes in one write, so
 * that at no moment two versions of one questionnaire are current, or none while one replaces another.
 *
 * @param retired what was current before, the latest first, as far back as is kept
 * @param version of the stored document, 0 before the first write
 */
public record Publication(List<Entry> current, List<Entry> retired, long version) {
    /** So that the document does not grow without end. */
    private static final int KEPT = 200;

    public Publication {
        current = List.copyOf(current);
        retired = List.copyOf(retired);
    }

    /** @param by who published or retired it; absent for what came with the service */
    public record Entry(
            QuestionnaireKey key,
            @Nullable String by,
            @Nullable Instant at) {}

    /** What is current before anybody has published anything. */
    public static Publication shipped(List<QuestionnaireKey> keys) {
        return new Publication(
                keys.stream().map(key -> new Entry(key, null, null)).toList(), List.of(), 0);
    }

    public List<QuestionnaireKey> keys() {
        return current.stream().map(Entry::key).toList();
    }

    public boolean isCurrent(QuestionnaireKey key) {
        return keys().contains(key);
    }

    /** In the place of the version it replaces, else at the end. */
    public Publication publishing(QuestionnaireKey key, String by, Instant at) {
        Entry published = new Entry(key, by, at);
        List<Entry> next = new ArrayList<>();
        List<Entry> replaced = new ArrayList<>();
        for (Entry entry : current) {
            boolean older = entry.key.url().equals(key.url());
            next.add(older ? published : entry);
            if (older) {
                replaced.add(new Entry(entry.key, by, at));
            }
        }
        if (replaced.isEmpty()) {
            next.add(published);
        }
        return new Publication(next, kept(replaced), version);
    }

    public Publication retiring(QuestionnaireKey key, String by, Instant at) {
        return new Publication(
                current.stream().filter(entry -> !entry.key.equals(key)).toList(),
                kept(List.of(new Entry(key, by, at))),
                version);
    }

    private List<Entry> kept(List<Entry> latest) {
        return Stream.concat(latest.stream(), retired.stream()).limit(KEPT).toList();
    }
}
