package org.rapport.booking.waiting.mongo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.waiting.domain.EndReason;
import org.rapport.booking.waiting.domain.FreedTimeId;
import org.rapport.booking.waiting.domain.Offer;
import org.rapport.booking.waiting.domain.PartOfDay;
import org.rapport.booking.waiting.domain.TimeWish;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.WaiterState;

/**
 * A waiter as stored.
 *
 * @param inLine whether they wait, heard of or not, or have an offer
 * @param hostId absent for any coordinator
 * @param unanswered of one in line
 * @param unheard of one whom nothing is offered; else absent
 * @param offer that is out
 * @param ended of one who waits no longer
 */
public record WaiterDocument(
        UUID inquiryId,
        Instant joinedAt,
        boolean inLine,
        @Nullable UUID hostId,
        String zone,
        String lastDay,
        List<DayOfWeek> weekdays,
        List<PartOfDay> parts,
        List<String> had,
        int unanswered,
        @Nullable Boolean unheard,
        @Nullable Offered offer,
        @Nullable Ended ended) {

    public record Offered(String callId, String freed, UUID hostId, Instant start, Instant end, Instant until) {}

    public record Ended(
            EndReason reason, Instant at, @Nullable UUID by) {}

    static WaiterDocument of(Waiter waiter) {
        return switch (waiter.state()) {
            case WaiterState.Waiting(int unanswered) -> of(waiter, unanswered, false, null, null);
            case WaiterState.Unheard() -> of(waiter, 0, true, null, null);
            case WaiterState.Offered(int unanswered, Offer offer) ->
                of(waiter, unanswered, false, offered(offer), null);
            case WaiterState.Ended(EndReason reason, Instant at, UUID by) ->
                of(waiter, 0, false, null, new Ended(reason, at, by));
        };
    }

    private static WaiterDocument of(
            Waiter waiter, int unanswered, boolean unheard, @Nullable Offered offer, @Nullable Ended ended) {
        TimeWish wish = waiter.wish();
        return new WaiterDocument(
                waiter.inquiryId().value(),
                waiter.joinedAt(),
                ended == null,
                wish.host() == null ? null : wish.host().value(),
                wish.zone().getId(),
                wish.lastDay().toString(),
                wish.weekdays().stream().sorted().toList(),
                wish.parts().stream().sorted().toList(),
                waiter.had().stream().map(CallId::toString).toList(),
                unanswered,
                unheard ? true : null,
                offer,
                ended);
    }

    private static Offered offered(Offer offer) {
        return new Offered(
                offer.call().toString(),
                offer.freed().toString(),
                offer.host().value(),
                offer.time().start(),
                offer.time().end(),
                offer.until());
    }

    Waiter toWaiter(String id, long version) {
        TimeWish wish = new TimeWish(
                hostId == null ? null : new HostId(hostId),
                ZoneId.of(zone),
                LocalDate.parse(lastDay),
                Set.copyOf(weekdays),
                Set.copyOf(parts));
        return new Waiter(
                new WaiterId(UUID.fromString(id)),
                version,
                new InquiryId(inquiryId),
                wish,
                joinedAt,
                had.stream().map(WaiterDocument::callId).toList(),
                state());
    }

    private WaiterState state() {
        if (ended != null) {
            return new WaiterState.Ended(ended.reason(), ended.at(), ended.by());
        }
        if (Boolean.TRUE.equals(unheard)) {
            return new WaiterState.Unheard();
        }
        return offer == null
                ? new WaiterState.Waiting(unanswered)
                : new WaiterState.Offered(
                        unanswered,
                        new Offer(
                                callId(offer.callId()),
                                FreedTimeId.parse(offer.freed()),
                                new HostId(offer.hostId()),
                                new Interval(offer.start(), offer.end()),
                                offer.until()));
    }

    private static CallId callId(String text) {
        return new CallId(UUID.fromString(text));
    }
}
