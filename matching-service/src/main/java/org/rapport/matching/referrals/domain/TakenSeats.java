package org.rapport.matching.referrals.domain;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rapport.matching.roster.domain.Caseload;

/**
 * The numbers of a therapist's seats that have a holder.
 *
 * <p>Whoever wants a seat tries the lowest free numbers, and only as many as places are left. Two who looked at different moments
 * then try numbers out of one row, so that together they never get beyond the capacity, also when that was lowered and seats above it
 * are still held.
 *
 * @param existing how many of them existing clients hold; those who do not yet hold one count too, for they are there
 */
public record TakenSeats(Set<Integer> numbers, int existing) {
    public static final TakenSeats NONE = new TakenSeats(Set.of(), 0);

    public TakenSeats {
        numbers = Set.copyOf(numbers);
    }

    public int count(Caseload caseload) {
        return numbers.size() + Math.max(0, caseload.existingClients() - existing);
    }

    /** The numbers to try, the lowest first; empty when the caseload is full. */
    public List<Integer> free(Caseload caseload) {
        return lowestFree(Math.max(0, caseload.capacity() - count(caseload)));
    }

    public List<Integer> lowestFree(int count) {
        return IntStream.iterate(1, number -> number + 1)
                .filter(number -> !numbers.contains(number))
                .limit(count)
                .boxed()
                .toList();
    }
}
