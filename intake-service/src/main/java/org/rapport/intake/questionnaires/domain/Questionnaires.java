package org.rapport.intake.questionnaires.domain;

import java.util.List;

/** The definitions this service knows; one that was ever sent stays known. */
public interface Questionnaires {
    /** What a new response is made of. */
    Packet current();

    /** What an older response was made of. */
    Packet pinned(List<QuestionnaireKey> keys);
}
