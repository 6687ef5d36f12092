package org.rapport.booking.calls.domain;

/** One of the two of a call: who gives it another time, or did not come to it. */
public enum Mover {
    CLIENT,
    HOST
}
