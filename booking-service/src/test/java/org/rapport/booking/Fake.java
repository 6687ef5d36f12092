package org.rapport.booking;

/** What stands in the place of a store, for one test class after the other. */
public interface Fake {

    /** As it was at first. */
    void renew();
}
