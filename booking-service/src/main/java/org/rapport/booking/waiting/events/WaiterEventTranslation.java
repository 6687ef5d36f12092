package org.rapport.booking.waiting.events;

import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.waiting.domain.EndReason;
import org.rapport.booking.waiting.domain.Offer;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterEvent;
import org.rapport.contracts.BookingWaiters;
import org.rapport.contracts.PublishedEvent;

/** Which days suit somebody, and why staff removed them, stays here. */
public final class WaiterEventTranslation {

    private WaiterEventTranslation() {}

    public static PublishedEvent published(WaiterEvent event) {
        Waiter waiter = event.waiter();
        return switch (event) {
            case WaiterEvent.WaitListJoined _ -> {
                @Nullable HostId host = waiter.wish().host();
                yield new BookingWaiters.WaitListJoined(
                        waiter.id().value(),
                        waiter.inquiryId().value(),
                        host == null ? null : host.value(),
                        waiter.wish().end(),
                        waiter.joinedAt());
            }
            case WaiterEvent.WaitListOffered(Waiter _, Offer offer, var offeredAt) ->
                new BookingWaiters.WaitListOffered(
                        waiter.id().value(),
                        waiter.inquiryId().value(),
                        offer.call().value(),
                        offer.host().value(),
                        offer.time().start(),
                        offer.time().end(),
                        offer.until(),
                        offeredAt);
            case WaiterEvent.WaitListEnded ended ->
                new BookingWaiters.WaitListEnded(
                        waiter.id().value(), waiter.inquiryId().value(), reason(ended.reason()), ended.endedAt());
        };
    }

    private static BookingWaiters.EndReason reason(EndReason reason) {
        return switch (reason) {
            case BOOKED -> BookingWaiters.EndReason.BOOKED;
            case LEFT -> BookingWaiters.EndReason.LEFT;
            case UNANSWERED -> BookingWaiters.EndReason.UNANSWERED;
            case OUTWAITED -> BookingWaiters.EndReason.OUTWAITED;
            case HAS_A_CALL, ASKED_US, LISTED_TWICE, NOT_FOR_US -> BookingWaiters.EndReason.REMOVED;
        };
    }
}
