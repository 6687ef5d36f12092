package org.rapport.booking.hosts.domain;

/** The settings of the practice, to look up. */
@FunctionalInterface
public interface CurrentPractice {

    /** As saved last; {@link PracticeSettings#initial()} before that. */
    PracticeSettings current();
}
