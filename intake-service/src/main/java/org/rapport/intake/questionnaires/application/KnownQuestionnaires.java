package org.rapport.intake.questionnaires.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rapport.intake.questionnaires.domain.BrokenQuestionnaire;
import org.rapport.intake.questionnaires.domain.DefinitionReader;
import org.rapport.intake.questionnaires.domain.Library;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Publication;
import org.rapport.intake.questionnaires.domain.Questionnaire;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;
import org.rapport.intake.questionnaires.domain.Questionnaires;
import org.rapport.intake.questionnaires.domain.Upload;

/**
 * What came with the service and what was uploaded. A definition never changes, so it is read once and kept; what is current
 * is asked of the store each time, so that every instance sends the same.
 */
public final class KnownQuestionnaires implements Questionnaires {
    private final Questionnaires shipped;
    private final Library library;
    private final DefinitionReader reader;
    private final Map<QuestionnaireKey, Questionnaire> uploaded = new ConcurrentHashMap<>();

    public KnownQuestionnaires(Questionnaires shipped, Library library, DefinitionReader reader) {
        this.shipped = shipped;
        this.library = library;
        this.reader = reader;
    }

    @Override
    public Packet current() {
        return pinned(publication().keys());
    }

    /** What is current; before anybody has published anything, what came with the service. */
    public Publication publication() {
        return library.publication()
                .orElseGet(() -> Publication.shipped(shipped.current().keys()));
    }

    @Override
    public Packet pinned(List<QuestionnaireKey> keys) {
        return new Packet(keys.stream()
                .map(key -> find(key)
                        .orElseThrow(() -> new IllegalStateException(
                                "a response pins " + key.canonical() + ", which is not known any more")))
                .toList());
    }

    @Override
    public Optional<Questionnaire> find(QuestionnaireKey key) {
        return shipped.find(key)
                .or(() -> Optional.ofNullable(uploaded.get(key)))
                .or(() -> library.find(key).map(this::read));
    }

    /** @throws BrokenQuestionnaire named by its URL and version */
    private Questionnaire read(Upload upload) {
        try {
            Questionnaire read = reader.read(upload.definition(), upload.rules());
            uploaded.put(upload.key(), read);
            return read;
        } catch (BrokenQuestionnaire e) {
            throw new BrokenQuestionnaire(upload.key().canonical(), e.faults());
        }
    }

    /** Whether there is one, readable or not. */
    boolean has(QuestionnaireKey key) {
        return isShipped(key) || library.find(key).isPresent();
    }

    @Override
    public Collection<Questionnaire> atHand() {
        Map<QuestionnaireKey, Questionnaire> all = new LinkedHashMap<>();
        new ArrayList<>(shipped.atHand()).forEach(each -> all.put(each.key(), each));
        all.putAll(uploaded);
        return all.values();
    }

    boolean isShipped(QuestionnaireKey key) {
        return shipped.find(key).isPresent();
    }
}
