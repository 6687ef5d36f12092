package org.rapport.matching.roster.domain;

import java.util.List;

/** The kept roster. */
public interface Therapists {
    List<Therapist> all();

    /** Adds a therapist, unless one with that id is there already: then nothing changes. */
    void add(Therapist therapist);
}
