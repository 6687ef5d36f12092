package org.rapport.booking.waiting.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.waiting.domain.WaiterDecision.Changed;
import org.rapport.booking.waiting.domain.WaiterDecision.NotFree;
import org.rapport.booking.waiting.domain.WaiterDecision.Unchanged;
import org.rapport.booking.waiting.domain.WaiterEvent.WaitListEnded;
import org.rapport.booking.waiting.domain.WaiterEvent.WaitListJoined;
import org.rapport.booking.waiting.domain.WaiterEvent.WaitListOffered;
import org.rapport.booking.waiting.domain.WaiterState.Ended;
import org.rapport.booking.waiting.domain.WaiterState.Offered;
import org.rapport.booking.waiting.domain.WaiterState.Unheard;
import org.rapport.booking.waiting.domain.WaiterState.Waiting;

/**
 * Somebody who waits for a time to become free.
 *
 * <pre>
 *                 | offer              | let go  | leave unanswered       | taken  | leave, remove | lapse, last day over
 * Waiting         | Offered            |         |                        |        | Ended         | Ended
 * Unheard         | NotFree            |         |                        |        | Ended         | Ended
 * Offered         | NotFree            | Waiting | Waiting; second: Ended | Ended  | Ended         | unchanged
 * Offered, same   | unchanged          |         |                        |        |               |
 * Waiting, had it | NotFree            |         |                        |        |               |
 * Ended           | NotFree            |         |                        |        | unchanged     | unchanged
 * </pre>
 *
 * A blank changes nothing: it is news of an offer they have no longer. What becomes of Unheard is told to nobody.
 *
 * @param version of the stored document this was read from; 0 for a new one
 * @param had the latest holds they were offered, so that a slow instance cannot offer one again that they let go
 */
public record Waiter(
        WaiterId id,
        long version,
        InquiryId inquiryId,
        TimeWish wish,
        Instant joinedAt,
        List<CallId> had,
        WaiterState state) {

    static final int MOST_UNANSWERED = 2;
    private static final int REMEMBERED = 10;

    /** The freed time settles its offer when it ends; the waiter looks after it only if that did not happen. */
    private static final Duration AFTER_OFFER = Duration.ofMinutes(1);

    public Waiter {
        had = List.copyOf(had);
    }

    public static Changed join(InquiryId inquiry, TimeWish wish, Instant now) {
        Waiter waiter = new Waiter(WaiterId.of(inquiry), 0, inquiry, wish, now, List.of(), new Waiting(0));
        return new Changed(waiter, List.of(new WaitListJoined(waiter)));
    }

    public static Changed joinUnheard(InquiryId inquiry, TimeWish wish, Instant now) {
        return new Changed(
                new Waiter(WaiterId.of(inquiry), 0, inquiry, wish, now, List.of(), new Unheard()), List.of());
    }

    public boolean isFree() {
        return state instanceof Waiting;
    }

    /** What they can take now. */
    public Optional<Offer> offer() {
        return state instanceof Offered offered ? Optional.of(offered.offer()) : Optional.empty();
    }

    public WaiterDecision offer(Offer offer, Instant now) {
        return switch (state) {
            case Waiting(int unanswered)
            when !had.contains(offer.call()) -> {
                Waiter next = with(latest(offer.call()), new Offered(unanswered, offer));
                yield new Changed(next, List.of(new WaitListOffered(next, offer, now)));
            }
            case Offered offered when isOf(offered, offer.call()) -> new Unchanged(this);
            case Waiting _, Unheard _, Offered _, Ended _ -> new NotFree();
        };
    }

    /** They said no, or the time was given back for them. */
    public WaiterDecision letGo(CallId hold) {
        return state instanceof Offered offered && isOf(offered, hold)
                ? new Changed(with(had, new Waiting(0)), List.of())
                : new Unchanged(this);
    }

    public WaiterDecision leaveUnanswered(CallId hold, Instant now) {
        if (!(state instanceof Offered offered) || !isOf(offered, hold)) {
            return new Unchanged(this);
        }
        int unanswered = offered.unanswered() + 1;
        return unanswered >= MOST_UNANSWERED
                ? end(EndReason.UNANSWERED, now, null)
                : new Changed(with(had, new Waiting(unanswered)), List.of());
    }

    /** They took it, and wait no longer, whatever the booking became: only our message to them says. */
    public WaiterDecision taken(CallId hold, Instant now) {
        return state instanceof Offered offered && isOf(offered, hold)
                ? end(EndReason.BOOKED, now, null)
                : new Unchanged(this);
    }

    /** A call is booked for their inquiry; nothing to do if it is one they were offered. Only staff can book another. */
    public WaiterDecision bookedOtherwise(CallId call, Instant now) {
        return had.contains(call) ? new Unchanged(this) : end(EndReason.BOOKED, now, null);
    }

    public WaiterDecision leave(Instant now) {
        return end(EndReason.LEFT, now, null);
    }

    public WaiterDecision remove(EndReason reason, UUID by, Instant now) {
        return end(reason, now, by);
    }

    /** When the last day they wait for is over. An offer that is out runs to its end. */
    public WaiterDecision lapse(Instant now) {
        return (isFree() || state instanceof Unheard) && !now.isBefore(wish.end())
                ? end(EndReason.OUTWAITED, now, null)
                : new Unchanged(this);
    }

    /** When they have to be looked after next. */
    public Optional<Instant> wakeAt() {
        return switch (state) {
            case Waiting _, Unheard _ -> Optional.of(wish.end());
            case Offered offered -> Optional.of(offered.offer().until().plus(AFTER_OFFER));
            case Ended _ -> Optional.empty();
        };
    }

    private WaiterDecision end(EndReason reason, Instant now, @Nullable UUID by) {
        if (state instanceof Ended) {
            return new Unchanged(this);
        }
        Waiter ended = with(had, new Ended(reason, now, by));
        return new Changed(
                ended, state instanceof Unheard ? List.of() : List.of(new WaitListEnded(ended, reason, now)));
    }

    private static boolean isOf(Offered offered, CallId hold) {
        return offered.offer().call().equals(hold);
    }

    private List<CallId> latest(CallId hold) {
        List<CallId> more = new ArrayList<>(had);
        more.add(hold);
        return more.subList(Math.max(0, more.size() - REMEMBERED), more.size());
    }

    private Waiter with(List<CallId> nextHad, WaiterState next) {
        return new Waiter(id, version, inquiryId, wish, joinedAt, nextHad, next);
    }
}
