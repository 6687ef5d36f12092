package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.CallDecision.Refused;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.InquiryReceived;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.inquiries.domain.Saving;

/**
 * Turns a hold into a call for a person.
 *
 * <ol>
 *   <li>Ask the hold whether it can be booked; nothing is written for one that cannot.
 *   <li>Put the person into the queue, under the inquiry id fixed with the hold.
 *   <li>Turn the hold into the call.
 * </ol>
 *
 * A crash between 2 and 3 leaves a person in the queue, never a call without a person; the same request again finds the
 * inquiry and finishes.
 */
public final class BookCallHandler {

    private final Calls calls;
    private final Inquiries inquiries;
    private final Clock clock;

    public BookCallHandler(Calls calls, Inquiries inquiries, Clock clock) {
        this.calls = calls;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    public CallDecision handle(BookCall command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Call> held = calls.heldBy(command.token());
        if (held.isEmpty()) {
            return new Refused(CallRefusal.UNKNOWN_LINK);
        }
        CallDecision foreseen =
                held.get().book(command.token(), command.person().zone(), now);
        if (!(foreseen instanceof Changed)) {
            return foreseen;
        }
        receive(held.get(), command.person(), now);
        return calls.decide(
                held.get().id(),
                call -> call.book(command.token(), command.person().zone(), now));
    }

    /** Somebody who corrected a detail between two tries is still the same person, reached at the corrected address. */
    private void receive(Call call, Person person, Instant now) {
        InquiryPath path = call.hostRole() == HostRole.COORDINATOR
                ? InquiryPath.CALL_WITH_COORDINATOR
                : InquiryPath.CALL_WITH_THERAPIST;
        Inquiry inquiry = new Inquiry(call.inquiryId(), path, person, now);
        if (inquiries.add(inquiry, new InquiryReceived(inquiry)) == Saving.STALE) {
            inquiries.correct(inquiry.id(), person);
        }
    }
}
