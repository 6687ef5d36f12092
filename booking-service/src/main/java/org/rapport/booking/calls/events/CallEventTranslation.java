package org.rapport.booking.calls.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.contracts.BookingCalls;
import org.rapport.contracts.PublishedEvent;

public final class CallEventTranslation {

    private CallEventTranslation() {}

    public static PublishedEvent published(CallEvent event) {
        Call call = event.call();
        return switch (event) {
            case CallEvent.CallBooked booked ->
                new BookingCalls.CallBooked(
                        call.id().value(),
                        call.inquiryId().value(),
                        call.hostId().value(),
                        role(call.hostRole()),
                        call.time().start(),
                        call.time().end(),
                        call.hostZone().getId(),
                        call.clientZone().getId(),
                        call.revision(),
                        booked.bookedAt());
            case CallEvent.CallMoved moved ->
                new BookingCalls.CallMoved(
                        call.id().value(),
                        call.inquiryId().value(),
                        call.hostId().value(),
                        role(call.hostRole()),
                        call.time().start(),
                        call.time().end(),
                        moved.previous().start(),
                        call.revision(),
                        switch (moved.by()) {
                            case CLIENT -> BookingCalls.MovedBy.CLIENT;
                            case HOST -> BookingCalls.MovedBy.HOST;
                        },
                        moved.movedAt());
            case CallEvent.CallDoubled doubled ->
                new BookingCalls.CallDoubled(
                        call.id().value(),
                        call.inquiryId().value(),
                        call.time().start(),
                        value(doubled.byEmail()),
                        value(doubled.byPhone()),
                        doubled.doubledAt());
            case CallEvent.CallUnconfirmed unconfirmed ->
                new BookingCalls.CallUnconfirmed(
                        call.id().value(),
                        call.inquiryId().value(),
                        call.time().start(),
                        unconfirmed.until(),
                        unconfirmed.askedAt());
            case CallEvent.CallChosen chosen ->
                new BookingCalls.CallChosen(
                        call.id().value(),
                        call.inquiryId().value(),
                        call.hostId().value(),
                        chosen.chosenAt());
            case CallEvent.CallHeld held ->
                new BookingCalls.CallHeld(
                        call.id().value(),
                        call.inquiryId().value(),
                        call.hostId().value(),
                        role(call.hostRole()),
                        call.time().start(),
                        call.time().end(),
                        held.outcome().code(),
                        held.correction(),
                        held.notedBy(),
                        held.notedAt());
            case CallEvent.CallMissed missed ->
                new BookingCalls.CallMissed(
                        call.id().value(),
                        call.inquiryId().value(),
                        call.hostId().value(),
                        role(call.hostRole()),
                        call.time().start(),
                        call.time().end(),
                        switch (missed.by()) {
                            case CLIENT -> BookingCalls.MissedBy.CLIENT;
                            case HOST -> BookingCalls.MissedBy.HOST;
                        },
                        missed.correction(),
                        missed.notedBy(),
                        missed.notedAt());
            case CallEvent.CallCancelled cancelled ->
                new BookingCalls.CallCancelled(
                        call.id().value(),
                        call.inquiryId().value(),
                        call.hostId().value(),
                        role(call.hostRole()),
                        call.time().start(),
                        call.time().end(),
                        call.revision(),
                        BookingCalls.CancelledBy.CLIENT,
                        cancelled.reason().code(),
                        cancelled.cancelledAt());
        };
    }

    private static @Nullable UUID value(@Nullable CallId id) {
        return id == null ? null : id.value();
    }

    private static BookingCalls.HostRole role(HostRole role) {
        return switch (role) {
            case COORDINATOR -> BookingCalls.HostRole.COORDINATOR;
            case THERAPIST -> BookingCalls.HostRole.THERAPIST;
        };
    }
}
