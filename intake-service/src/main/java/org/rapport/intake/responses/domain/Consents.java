package org.rapport.intake.responses.domain;

import java.util.Optional;

/** The texts that people sign or have signed. */
public interface Consents {
    /** What is signed from now on. */
    ConsentText current();

    Optional<ConsentText> find(String version);
}
