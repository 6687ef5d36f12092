package org.rapport.intake.questionnaires.domain;

import java.util.List;
import java.util.Optional;

/** What the practice has uploaded, and what of it is current. */
public interface Library {
    /** What adding came to. */
    enum Adding {
        ADDED,
        ALREADY_THERE,
        /** The same URL and version with another content: a version never changes. */
        TAKEN
    }

    Adding add(Upload upload);

    Optional<Upload> find(QuestionnaireKey key);

    /** In the order of their keys, as many as a page can show. */
    List<Upload> all();

    /** Empty before anybody has published anything. */
    Optional<Publication> publication();

    /** @return false if somebody wrote first */
    boolean save(Publication publication);
}
