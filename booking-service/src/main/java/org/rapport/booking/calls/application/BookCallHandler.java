package org.rapport.booking.calls.application;

import static org.rapport.booking.calls.domain.Saving.SAVED;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.CallDecision.Refused;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.ClientKey;
import org.rapport.booking.calls.domain.ClientKey.Means;
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
 *   <li>Put the person into the queue, under the inquiry id fixed with the hold. If somebody is there already under it, write
 *       the hold first, so that whoever read it before them cannot book; then correct the inquiry for that version.
 *   <li>Turn the hold into the call. If the person's own claims say that they are in another call then, nothing is booked,
 *       and the messages say what stands.
 * </ol>
 *
 * A crash between 2 and 3 leaves a person in the queue, never a call without a person; the same request again finds the
 * inquiry and finishes. Of two requests with one hold the call has the claims, and the inquiry the addresses, of the same.
 */
public final class BookCallHandler {

    private static final int ATTEMPTS = 20;

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
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<CallDecision> decision = decide(calls.find(held.get().id()).orElseThrow(), command, now);
            if (decision.isPresent()) {
                return decision.get();
            }
        }
        throw new IllegalStateException(
                "a call is written by too many at once: " + held.get().id());
    }

    /** Empty if somebody else wrote meanwhile. */
    private Optional<CallDecision> decide(Call read, BookCall command, Instant now) {
        CallDecision foreseen = book(read, command, now);
        if (!(foreseen instanceof Changed)) {
            return Optional.of(foreseen);
        }
        return receive(read, command.person(), now).flatMap(call -> save(call, command, now));
    }

    private Optional<CallDecision> save(Call call, BookCall command, Instant now) {
        CallDecision decision = book(call, command, now);
        if (!(decision instanceof Changed booked)) {
            return Optional.of(decision);
        }
        return switch (calls.save(booked.call(), booked.events())) {
            case SAVED -> Optional.of(booked);
            case STALE -> Optional.empty();
            case TAKEN -> doubled(call, booked.call(), command, now).filter(this::isWritten);
        };
    }

    private static CallDecision book(Call call, BookCall command, Instant now) {
        Person person = command.person();
        return call.book(command.token(), person.zone(), ClientKey.of(person), now);
    }

    private boolean isWritten(CallDecision decision) {
        return !(decision instanceof Changed(Call call, var events)) || calls.save(call, events) == SAVED;
    }

    /**
     * The hold has its host's time and places already, so only the person's own time can be in the way; empty if whatever
     * was there has gone again.
     */
    private Optional<CallDecision> doubled(Call held, Call booked, BookCall command, Instant now) {
        List<Call> others = calls.claiming(booked.claims()).stream()
                .filter(other -> !other.id().equals(booked.id()))
                .toList();
        CallId byEmail = standing(Means.EMAIL, booked, others);
        CallId byPhone = standing(Means.PHONE, booked, others);
        return byEmail == null && byPhone == null
                ? Optional.empty()
                : Optional.of(held.doubled(command.token(), command.person().zone(), byEmail, byPhone, now));
    }

    private static @Nullable CallId standing(Means means, Call booked, List<Call> others) {
        Set<ClientKey> mine =
                booked.client().stream().filter(key -> key.means() == means).collect(Collectors.toSet());
        return others.stream()
                .filter(other -> other.client().stream().anyMatch(mine::contains))
                .map(Call::id)
                .findFirst()
                .orElse(null);
    }

    /**
     * Somebody who corrected a detail between two tries is still the same person, reached at the corrected address.
     *
     * @return the hold in the one version from which this person can be booked; empty if somebody else wrote meanwhile
     */
    private Optional<Call> receive(Call held, Person person, Instant now) {
        InquiryPath path = held.hostRole() == HostRole.COORDINATOR
                ? InquiryPath.CALL_WITH_COORDINATOR
                : InquiryPath.CALL_WITH_THERAPIST;
        Inquiry inquiry = new Inquiry(held.inquiryId(), path, person, now, held.version());
        if (inquiries.add(inquiry, new InquiryReceived(inquiry)) == Saving.SAVED) {
            return Optional.of(held);
        }
        Inquiry known = inquiries.find(inquiry.id()).orElseThrow();
        if (known.person().equals(person) && known.hold() == held.version()) {
            return Optional.of(held);
        }
        return written(held).map(next -> {
            inquiries.correct(inquiry.id(), person, next.version());
            return next;
        });
    }

    /** The hold one version on, and nothing else of it changed. */
    private Optional<Call> written(Call held) {
        return calls.save(held, List.of()) == SAVED
                ? calls.find(held.id()).filter(next -> next.version() == held.version() + 1)
                : Optional.empty();
    }
}
