package org.rapport.booking.calls.domain;

/** Who gives a call another time. */
public enum Mover {
    CLIENT,
    HOST
}
