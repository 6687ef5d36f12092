package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one document says about seats and offers: a referral's, or that of a therapist's existing clients.
 *
 * @param seats those it holds; all of one therapist
 * @param existing whether they are those of existing clients
 * @param offered when each therapist was last offered this person
 */
public record SeatEntry(
        String id, long version, Instant changedAt, List<Seat> seats, boolean existing, Map<UUID, Instant> offered) {
    public SeatEntry {
        seats = List.copyOf(seats);
        offered = Map.copyOf(offered);
    }

    List<Integer> numbers(UUID therapistId) {
        return seats.stream()
                .filter(seat -> seat.therapistId().equals(therapistId))
                .map(Seat::number)
                .toList();
    }
}
