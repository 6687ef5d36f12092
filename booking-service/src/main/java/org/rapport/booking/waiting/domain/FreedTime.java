package org.rapport.booking.waiting.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.HoldKind;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;

/**
 * A time that a call gave back, on its way along the wait list.
 *
 * <pre>
 *          | somebody fits | they are told | they cannot be | nobody fits            | taken, gone  | let go, unanswered
 * Seeking  | Choosing      |               |                | Ended; Seeking, if     | Ended        |
 *          |               |               |                | the day begins for one |              |
 * Choosing |               | Offered       | Seeking        |                        | Ended        |
 * Offered  |               |               |                |                        | Ended        | Seeking, without them
 * </pre>
 *
 * The time itself is not guarded here: an offer is a hold, and its claims decide. What is written here says what is to be
 * done next, and is written before it is done, so that a crash leaves it to be done again.
 *
 * @param version of the stored document this was read from; 0 for a new one
 * @param asked who has had this offer; nobody is asked twice
 * @param offers made so far, those that came to nothing too
 */
public record FreedTime(
        FreedTimeId id,
        long version,
        HostId host,
        Instant start,
        Instant freedAt,
        List<WaiterId> asked,
        int offers,
        FreedTimeState state) {

    /** So many said no or nothing: it is open to all. */
    static final int MOST_ASKED = 100;

    public FreedTime {
        asked = List.copyOf(asked);
    }

    public static FreedTime of(FreedTimeId id, HostId host, Instant start, Instant freedAt) {
        return new FreedTime(id, 0, host, start, freedAt, List.of(), 0, new FreedTimeState.Seeking(freedAt));
    }

    /**
     * Who is next: of those who wait for such a time and were not asked yet, the one who came first among those whose day it
     * is. If it is nobody's day, when the first of theirs begins.
     *
     * @param line in the order they came
     */
    public FreedTime seek(List<Waiter> line, Host offering, Instant now) {
        if (!isInTime(offering, now) || asked.size() >= MOST_ASKED) {
            return end(FreedTimeState.End.OPEN_TO_ALL, now);
        }
        List<Waiter> fitting = line.stream()
                .filter(waiter -> waiter.isFree() && !asked.contains(waiter.id()))
                .filter(waiter -> waiter.wish().suits(offering, start))
                .toList();
        Optional<Waiter> first = fitting.stream()
                .filter(waiter -> nextFor(waiter, now).equals(now))
                .findFirst();
        if (first.isPresent()) {
            return in(new FreedTimeState.Choosing(first.get().id(), id.hold(offers + 1)), asked, offers + 1);
        }
        return fitting.stream()
                .map(waiter -> nextFor(waiter, now))
                .min(Comparator.naturalOrder())
                .filter(morning -> isInTime(offering, morning))
                .map(morning -> in(new FreedTimeState.Seeking(morning), asked, offers))
                .orElseGet(() -> end(FreedTimeState.End.OPEN_TO_ALL, now));
    }

    /** The chosen one has it for themselves. */
    public FreedTime offered(WaiterId to, CallId hold, Instant until) {
        return in(new FreedTimeState.Offered(to, hold, until), asked, offers);
    }

    /** The chosen one was not told: they have left, or were offered another time at that moment. */
    public FreedTime seekAgain(Instant now) {
        return in(new FreedTimeState.Seeking(now), asked, offers);
    }

    /** Who had it does not want it, or said nothing. */
    public FreedTime passOn(WaiterId from, Instant now) {
        List<WaiterId> more = new ArrayList<>(asked);
        more.add(from);
        return in(new FreedTimeState.Seeking(now), more, offers);
    }

    public FreedTime end(FreedTimeState.End how, Instant now) {
        return in(new FreedTimeState.Ended(how, now), asked, offers);
    }

    /** When it has to act next: what is decided and not yet done is due at once. */
    public Optional<Instant> wakeAt() {
        return switch (state) {
            case FreedTimeState.Seeking seeking -> Optional.of(seeking.from());
            case FreedTimeState.Choosing _ -> Optional.of(freedAt);
            case FreedTimeState.Offered offered -> Optional.of(offered.until());
            case FreedTimeState.Ended _ -> Optional.empty();
        };
    }

    /** The notice asked for, and the whole of an offer, lie before the start. */
    private boolean isInTime(Host offering, Instant now) {
        return !start.isBefore(now.plus(offering.terms().minimumNotice())) && !start.isBefore(now.plus(HoldKind.OFFER));
    }

    private static Instant nextFor(Waiter waiter, Instant now) {
        return OfferHours.next(now, waiter.wish().zone());
    }

    private FreedTime in(FreedTimeState next, List<WaiterId> nextAsked, int nextOffers) {
        return new FreedTime(id, version, host, start, freedAt, nextAsked, nextOffers, next);
    }
}
