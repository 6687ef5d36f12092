package org.rapport.intake.questionnaires.application;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapport.intake.questionnaires.domain.BrokenQuestionnaire;
import org.rapport.intake.questionnaires.domain.Criterion;
import org.rapport.intake.questionnaires.domain.DefinitionFault;
import org.rapport.intake.questionnaires.domain.DefinitionReader;
import org.rapport.intake.questionnaires.domain.Library;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Publication;
import org.rapport.intake.questionnaires.domain.Questionnaire;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;
import org.rapport.intake.questionnaires.domain.Upload;

/**
 * Upload, publish and retire definitions. What would break the packet (words lacking, one linkId in two questionnaires, a
 * criterion that matching needs and nobody asks) is not published, and named.
 */
public final class QuestionnaireLibrary {
    private static final int ATTEMPTS = 5;

    private final KnownQuestionnaires questionnaires;
    private final Library library;
    private final DefinitionReader reader;
    private final Clock clock;

    public QuestionnaireLibrary(
            KnownQuestionnaires questionnaires, Library library, DefinitionReader reader, Clock clock) {
        this.questionnaires = questionnaires;
        this.library = library;
        this.reader = reader;
        this.clock = clock;
    }

    /** What uploading came to. */
    public sealed interface Uploading {
        /** Now, or by an upload of the very same before. */
        record Uploaded(Questionnaire questionnaire) implements Uploading {}

        record Faulty(List<DefinitionFault> faults) implements Uploading {}

        /** There is another definition of this URL and version, and it stays. */
        record VersionTaken(QuestionnaireKey key) implements Uploading {}
    }

    /** What publishing or retiring came to; again is the same. */
    public sealed interface Publishing {
        record Done() implements Publishing {}

        record Unknown() implements Publishing {}

        record Hindered(List<DefinitionFault> faults) implements Publishing {}
    }

    /** Where a definition stands. */
    public enum Status {
        DRAFT,
        CURRENT,
        RETIRED
    }

    /**
     * One line of the list.
     *
     * @param questionnaire absent for an upload that cannot be read any more
     * @param faults why it cannot
     */
    public record Listed(
            QuestionnaireKey key,
            Optional<Questionnaire> questionnaire,
            List<DefinitionFault> faults,
            Status status,
            Optional<Upload> upload) {}

    public Uploading upload(String definition, String rules, String by) {
        Questionnaire read;
        try {
            read = reader.read(definition, rules);
        } catch (BrokenQuestionnaire e) {
            return new Uploading.Faulty(e.faults());
        }
        if (questionnaires.isShipped(read.key())) {
            return new Uploading.VersionTaken(read.key());
        }
        return switch (library.add(new Upload(read.key(), definition, rules, by, clock.instant()))) {
            case ADDED, ALREADY_THERE -> new Uploading.Uploaded(read);
            case TAKEN -> new Uploading.VersionTaken(read.key());
        };
    }

    public Publishing publish(QuestionnaireKey key, String by) {
        if (!questionnaires.has(key)) {
            return new Publishing.Unknown();
        }
        List<DefinitionFault> gaps = gaps(key);
        if (!gaps.isEmpty()) {
            return new Publishing.Hindered(gaps);
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Publication now = questionnaires.publication();
            if (now.isCurrent(key)) {
                return new Publishing.Done();
            }
            Publication next = now.publishing(key, by, clock.instant());
            List<DefinitionFault> faults = faults(next);
            if (!faults.isEmpty()) {
                return new Publishing.Hindered(faults);
            }
            if (library.save(next)) {
                return new Publishing.Done();
            }
        }
        throw new IllegalStateException("what is current is changing too fast");
    }

    public Publishing retire(QuestionnaireKey key, String by) {
        if (!questionnaires.has(key)) {
            return new Publishing.Unknown();
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Publication now = questionnaires.publication();
            if (!now.isCurrent(key)) {
                return new Publishing.Done();
            }
            Publication next = now.retiring(key, by, clock.instant());
            List<DefinitionFault> faults = faults(next);
            if (!faults.isEmpty()) {
                return new Publishing.Hindered(faults);
            }
            if (library.save(next)) {
                return new Publishing.Done();
            }
        }
        throw new IllegalStateException("what is current is changing too fast");
    }

    /** Current ones in their order, then drafts, then retired ones. */
    public List<Listed> list() {
        Publication publication = questionnaires.publication();
        List<QuestionnaireKey> keys = new ArrayList<>(publication.keys());
        List<Upload> uploads = library.all();
        Stream.of(
                        uploads.stream().map(Upload::key),
                        questionnaires.atHand().stream().map(Questionnaire::key),
                        publication.retired().stream().map(Publication.Entry::key))
                .flatMap(each -> each)
                .filter(key -> !keys.contains(key))
                .forEach(keys::add);
        return keys.stream()
                .distinct()
                .map(key -> listed(
                        key,
                        status(publication, key),
                        uploads.stream()
                                .filter(upload -> upload.key().equals(key))
                                .findFirst()))
                .sorted(Comparator.comparingInt(listed -> order(listed.status())))
                .toList();
    }

    private Listed listed(QuestionnaireKey key, Status status, Optional<Upload> upload) {
        try {
            return new Listed(key, questionnaires.find(key), List.of(), status, upload);
        } catch (BrokenQuestionnaire e) {
            return new Listed(key, Optional.empty(), e.faults(), status, upload);
        }
    }

    /** The words it lacks; of one that cannot be read any more, its faults. */
    private List<DefinitionFault> gaps(QuestionnaireKey key) {
        try {
            return questionnaires.find(key).map(Questionnaire::gaps).orElse(List.of());
        } catch (BrokenQuestionnaire e) {
            return e.faults();
        }
    }

    private static int order(Status status) {
        return switch (status) {
            case CURRENT -> 0;
            case DRAFT -> 1;
            case RETIRED -> 2;
        };
    }

    private static Status status(Publication publication, QuestionnaireKey key) {
        if (publication.isCurrent(key)) {
            return Status.CURRENT;
        }
        boolean before =
                publication.retired().stream().anyMatch(entry -> entry.key().equals(key));
        return before ? Status.RETIRED : Status.DRAFT;
    }

    private List<DefinitionFault> faults(Publication next) {
        Packet packet;
        try {
            packet = questionnaires.pinned(next.keys());
        } catch (BrokenQuestionnaire e) {
            return e.faults();
        }
        return Arrays.stream(Criterion.values())
                .filter(criterion -> packet.lacks(criterion))
                .map(criterion -> new DefinitionFault(
                        "packet", "would no longer ask for " + criterion + ", which matching needs"))
                .toList();
    }
}
