package org.rapport.booking.calls.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one call takes of its host, and no more: of these a service instance keeps a few hundred thousand.
 *
 * @param version of the call this was read from
 * @param from first {@link Quantum} taken, buffers included
 * @param until behind the last one taken; the same as {@code from} where nothing is taken any more
 * @param lapsesAt of a hold
 * @param takenAt when it came to the host; absent for what is no call of theirs
 */
public record TakenTime(
        CallId id,
        long version,
        Instant start,
        long from,
        long until,
        @Nullable Instant lapsesAt,
        @Nullable Instant takenAt) {

    public static TakenTime of(Call call) {
        return of(call, call.version());
    }

    /** @param version the call was saved as */
    public static TakenTime of(Call call, long version) {
        long from = Quantum.of(call.blocked().start());
        long until =
                call.claims().isEmpty() ? from : Quantum.from(call.blocked().end());
        return new TakenTime(
                call.id(),
                version,
                call.time().start(),
                from,
                until,
                call.state().claimsUntil().orElse(null),
                TakenCall.at(call.state()).orElse(null));
    }

    public boolean counts(Instant now) {
        return from < until && (lapsesAt == null || now.isBefore(lapsesAt));
    }
}
