package org.rapport.intake.questionnaires.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The definitions this service knows; one that was ever sent stays known. */
public interface Questionnaires {
    /** What a new response is made of. */
    Packet current();

    /** What an older response was made of. */
    Packet pinned(List<QuestionnaireKey> keys);

    /** One definition, whether anybody is sent it or not. */
    Optional<Questionnaire> find(QuestionnaireKey key);

    /** Those that are in memory: for what must work while the store is down. */
    Collection<Questionnaire> atHand();
}
