package org.rapport.booking.waiting.events;

import java.time.Instant;
import java.util.UUID;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.waiting.application.EndBookedWaiting;
import org.rapport.booking.waiting.application.EndWaitingHandler;
import org.rapport.booking.waiting.application.NoteFreedTime;
import org.rapport.booking.waiting.application.NoteFreedTimeHandler;
import org.rapport.booking.waiting.application.SettleOffer;
import org.rapport.booking.waiting.application.SettleOfferHandler;
import org.rapport.booking.waiting.domain.FreedTimeId;
import org.rapport.contracts.BookingCalls;
import org.rapport.delivery.Received;

/**
 * Hears of the service's own calls, so that a crash after a cancellation loses nothing. Told twice or out of order, it does
 * the same: a freed time has the id of the change that freed it.
 */
public final class CallsConsumer {

    private final NoteFreedTimeHandler noteFreedTime;
    private final SettleOfferHandler settleOffer;
    private final EndWaitingHandler endWaiting;

    public CallsConsumer(
            NoteFreedTimeHandler noteFreedTime, SettleOfferHandler settleOffer, EndWaitingHandler endWaiting) {
        this.noteFreedTime = noteFreedTime;
        this.settleOffer = settleOffer;
        this.endWaiting = endWaiting;
    }

    public void on(Received<BookingCalls> received) {
        switch (received.event()) {
            case BookingCalls.CallCancelled gone ->
                free(gone.callId(), gone.revision(), gone.hostId(), gone.start(), gone.cancelledAt());
            case BookingCalls.CallMoved moved ->
                free(moved.callId(), moved.revision(), moved.hostId(), moved.previousStart(), moved.movedAt());
            case BookingCalls.CallBooked booked -> {
                settle(booked);
                endWaiting.handle(new EndBookedWaiting(new InquiryId(booked.inquiryId()), new CallId(booked.callId())));
            }
            case BookingCalls.CallDoubled doubled -> settle(doubled);
            case BookingCalls.CallUnconfirmed asked -> settle(asked);
            case BookingCalls.CallHeld _, BookingCalls.CallMissed _ -> {}
        }
    }

    private void free(UUID call, int revision, UUID host, Instant start, Instant at) {
        FreedTimeId id = new FreedTimeId(new CallId(call), revision);
        noteFreedTime.handle(new NoteFreedTime(id, new HostId(host), start, at));
    }

    private void settle(BookingCalls call) {
        settleOffer.handle(new SettleOffer(new InquiryId(call.inquiryId()), new CallId(call.callId())));
    }
}
