package org.rapport.matching.roster.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How many clients a therapist has room for.
 *
 * @param capacity existing clients included
 * @param existingClients those who came by no referral; each holds a seat
 * @param onLeaveUntil the first day back
 */
public record Caseload(
        int capacity,
        int existingClients,
        boolean accepting,
        @Nullable LocalDate onLeaveUntil) {
    /** More than anybody can see; seats are numbered, and each number is a try. */
    public static final int MOST = 200;

    public Caseload {
        if (capacity < 1 || capacity > MOST || existingClients < 0 || existingClients > capacity) {
            throw new IllegalArgumentException("capacity is 1 to " + MOST + " and holds the existing clients");
        }
    }

    public boolean isOnLeave(LocalDate day) {
        return onLeaveUntil != null && day.isBefore(onLeaveUntil);
    }
}
