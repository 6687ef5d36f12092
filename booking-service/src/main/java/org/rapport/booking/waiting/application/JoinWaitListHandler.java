package org.rapport.booking.waiting.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.rapport.booking.calls.domain.AddressLimits;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.InquiryReceived;
import org.rapport.booking.inquiries.domain.ReceiptDecision;
import org.rapport.booking.inquiries.domain.Saving;
import org.rapport.booking.visitors.domain.MessageLimits;
import org.rapport.booking.waiting.domain.JoinDecision;
import org.rapport.booking.waiting.domain.Waiter;
import org.rapport.booking.waiting.domain.WaiterDecision.Changed;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.Waiters;

/**
 * Puts a person on the wait list.
 *
 * <ol>
 *   <li>Into the practice's queue, like everybody who comes.
 *   <li>Onto the list, under an id made of the inquiry's.
 * </ol>
 *
 * Under an address that has had its messages of the day it looks the same, and the place is one that nobody hears of: each
 * would cause messages, and keep a time from others for a quarter of an hour.
 *
 * A crash in between leaves a person in the queue who does not wait yet; the same request again puts them on the list.
 */
public final class JoinWaitListHandler {

    private final Inquiries inquiries;
    private final Waiters waiters;
    private final AddressLimits limits;
    private final Clock clock;

    public JoinWaitListHandler(Inquiries inquiries, Waiters waiters, MessageLimits limits, Clock clock) {
        this.inquiries = inquiries;
        this.waiters = waiters;
        this.limits = new AddressLimits(limits);
        this.clock = clock;
    }

    public JoinDecision handle(JoinWaitList command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        UUID occasion = command.id().value();
        boolean quiet = command.byVisitor() && limits.areReached(command.person(), occasion);
        boolean mailAlone = command.byVisitor() && !quiet && limits.areTextsReached(command.person(), occasion);
        Inquiry inquiry = new Inquiry(command.id(), InquiryPath.WAIT_LIST, command.person(), mailAlone, now, 0, null);
        if (!isReceived(inquiry)) {
            return new JoinDecision.RequestReused();
        }
        Changed joined = quiet
                ? Waiter.joinUnheard(command.id(), command.wish(), now)
                : Waiter.join(command.id(), command.wish(), now);
        return switch (waiters.save(joined.waiter(), joined.events())) {
            case SAVED -> new JoinDecision.Joined(joined.waiter());
            case STALE -> again(command);
        };
    }

    private boolean isReceived(Inquiry inquiry) {
        return inquiries.add(inquiry, new InquiryReceived(inquiry)) == Saving.SAVED
                || inquiries
                        .find(inquiry.id())
                        .map(known -> known.receiveAgain(inquiry.path(), inquiry.person(), null))
                        .filter(ReceiptDecision.Received.class::isInstance)
                        .isPresent();
    }

    private JoinDecision again(JoinWaitList command) {
        return waiters.find(WaiterId.of(command.id()))
                .filter(known -> known.wish().equals(command.wish()))
                .<JoinDecision>map(JoinDecision.Joined::new)
                .orElseGet(JoinDecision.RequestReused::new);
    }
}
