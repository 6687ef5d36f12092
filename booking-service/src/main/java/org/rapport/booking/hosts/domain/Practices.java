package org.rapport.booking.hosts.domain;

/** Where the settings of the practice are kept: one document. */
public interface Practices extends CurrentPractice {

    /** Saves, unless somebody saved since these were read. */
    Saving save(PracticeSettings settings);
}
