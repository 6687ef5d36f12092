package org.rapport.matching.referrals.domain;

import java.util.UUID;

/** One of a therapist's places, numbered 1 to capacity. A place has one holder: the store's unique key sees to it. */
public record Seat(UUID therapistId, int number) {
    public Seat {
        if (number < 1) {
            throw new IllegalArgumentException("seats are numbered from 1");
        }
    }

    public String claim() {
        return "seat|" + therapistId + "|" + number;
    }
}
