package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.rapport.booking.calls.application.ArrangeDecision.Arranged;
import org.rapport.booking.calls.application.ArrangeDecision.PersonBusy;
import org.rapport.booking.calls.application.ArrangeDecision.Refused;
import org.rapport.booking.calls.application.ArrangeDecision.RequestReused;
import org.rapport.booking.calls.domain.Arrangement;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.hosts.domain.CurrentPractice;
import org.rapport.booking.hosts.domain.HostDirectory;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryReceived;
import org.rapport.booking.inquiries.domain.ReceiptDecision;
import org.rapport.booking.inquiries.domain.Saving;

/**
 * Books a call for somebody in one step. There is no look before the write: the claims decide.
 *
 * <ol>
 *   <li>Of the hosts wished for, those whose hours and terms allow the start; if there is none, nothing is written.
 *   <li>Put a person who is not there yet into the queue, under the inquiry id that comes of the same request.
 *   <li>Insert the booked call with the claims of host and person. If others have the host's time, go on with the next host;
 *       if the person is in another call then, say which.
 * </ol>
 *
 * A crash between 2 and 3, or a time that was taken meanwhile, leaves a person in the queue, never a call without a person; the
 * same request again finds both and finishes. What follows from a booked call, the questionnaire too, follows from its event.
 */
public final class ArrangeCallHandler {

    private final HostDirectory hosts;
    private final CurrentPractice practices;
    private final Calls calls;
    private final Inquiries inquiries;
    private final FindOpeningsHandler openings;
    private final ClaimedSaves claimedSaves;
    private final Clock clock;

    public ArrangeCallHandler(
            HostDirectory hosts,
            CurrentPractice practices,
            Calls calls,
            Inquiries inquiries,
            FindOpeningsHandler openings,
            Clock clock) {
        this.hosts = hosts;
        this.practices = practices;
        this.calls = calls;
        this.inquiries = inquiries;
        this.openings = openings;
        this.claimedSaves = new ClaimedSaves(calls);
        this.clock = clock;
    }

    public ArrangeDecision handle(ArrangeCall command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Tries tries = new Tries(openings, command.hosts().among(hosts), practices.current(), command.start(), now);
        if (!tries.open().isEmpty() && command.entering() && !isReceived(command.inquiry())) {
            return new RequestReused();
        }
        return tries.first(schedule -> book(command, schedule, now))
                .or(() -> tries.wroteForAll()
                        ? Optional.empty()
                        : calls.find(command.id()).map(own -> again(own, command)))
                .orElseGet(() -> tries.whyNot()
                        .<ArrangeDecision>map(Refused::new)
                        .orElseGet(() -> new ArrangeDecision.Taken(tries.alternatives())));
    }

    /** Empty where the host has no room and another may have. */
    private Optional<ArrangeDecision> book(ArrangeCall command, HostSchedule schedule, Instant now) {
        Changed booked = Arrangement.of(command.id(), command.inquiry(), schedule, command.start(), now);
        return switch (claimedSaves.save(booked, schedule.host(), now)) {
            case ClaimedSaves.Outcome.Written written ->
                Optional.of(new Arranged(written.call(), schedule.host().name()));
            // The id is this request's own, so it is our own write: its answer was lost, or the request is sent again.
            case ClaimedSaves.Outcome.Stale() -> calls.find(command.id()).map(own -> again(own, command));
            case ClaimedSaves.Outcome.Taken(int _, List<Call> by) ->
                Arrangement.ofTheSamePerson(booked.call(), by).stream()
                        .findFirst()
                        .map(standing -> new PersonBusy(standing, hosts.name(standing.hostId())));
        };
    }

    private ArrangeDecision again(Call own, ArrangeCall command) {
        boolean asAsked = own.time().start().equals(command.start())
                && command.hosts().among(hosts).stream()
                        .anyMatch(candidate -> candidate.host().id().equals(own.hostId()));
        boolean isSame = own.inquiryId().equals(command.inquiry().id()) && (asAsked || own.revision() > 0);
        return isSame ? new Arranged(own, hosts.name(own.hostId())) : new RequestReused();
    }

    private boolean isReceived(Inquiry inquiry) {
        return inquiries.add(inquiry, new InquiryReceived(inquiry)) == Saving.SAVED
                || inquiries
                                .find(inquiry.id())
                                .orElseThrow()
                                .receiveAgain(inquiry.path(), inquiry.person(), inquiry.entry())
                        instanceof ReceiptDecision.Received;
    }
}
