package org.rapport.intake.questionnaires.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the fake and the store both keep. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class LibraryContract {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    private final QuestionnaireKey key = new QuestionnaireKey("https://p.example/" + UUID.randomUUID(), "1");

    protected abstract Library library();

    /** What is current when a test begins; what it publishes it retires again, because others share the store. */
    protected Publication beginning() {
        return library().publication().orElse(Publication.shipped(List.of()));
    }

    @Test
    void an_upload_is_kept_as_it_came_and_never_replaced() {
        Upload upload = new Upload(key, "{\"a\": \"ñ\"}", "", "Olivia", NOW);
        assertThat(library().add(upload)).isEqualTo(Library.Adding.ADDED);
        assertThat(library().add(new Upload(key, upload.definition(), "", "Maya", NOW.plusSeconds(1))))
                .isEqualTo(Library.Adding.ALREADY_THERE);
        assertThat(library().add(new Upload(key, "{}", "", "Maya", NOW))).isEqualTo(Library.Adding.TAKEN);
        assertThat(library().add(new Upload(key, upload.definition(), "{}", "Maya", NOW)))
                .isEqualTo(Library.Adding.TAKEN);
        assertThat(library().find(key)).contains(upload);
        assertThat(library().all()).contains(upload);
        assertThat(library().find(new QuestionnaireKey(key.url(), "2"))).isEmpty();
    }

    @Test
    void of_two_who_publish_at_once_one_is_told_that_the_other_was_first() {
        Publication before = beginning();
        assertThat(library().save(before.publishing(key, "Olivia", NOW))).isTrue();
        assertThat(library().save(before.publishing(key, "Maya", NOW))).isFalse();
        Publication kept = library().publication().orElseThrow();
        assertThat(kept.current()).contains(new Publication.Entry(key, "Olivia", NOW));
        assertThat(library().save(kept.retiring(key, "Maya", NOW))).isTrue();
        Publication after = library().publication().orElseThrow();
        assertThat(after.isCurrent(key)).isFalse();
        assertThat(after.retired()).contains(new Publication.Entry(key, "Maya", NOW));
    }
}
