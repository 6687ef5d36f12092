package org.rapport.booking.visitors.domain;

/** How often each visitor has done what. */
public interface Limits {

    /**
     * All of them or none.
     *
     * @param who a network, or the hash of an address; never the address itself
     */
    Taking take(Limited what, String who, int times);
}
