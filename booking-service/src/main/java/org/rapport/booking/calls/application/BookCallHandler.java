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
import org.rapport.booking.calls.domain.HoldToken;
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
 *   <li>Turn the hold into the call. If the person's own claims say that they are in another call then, nothing is booked,
 *       and the messages say what stands.
 * </ol>
 *
 * A crash between 2 and 3 leaves a person in the queue, never a call without a person; the same request again finds the
 * inquiry and finishes.
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
        CallDecision foreseen = book(held.get(), command, now);
        if (!(foreseen instanceof Changed)) {
            return foreseen;
        }
        receive(held.get(), command.person(), now);
        return save(held.get(), command, now);
    }

    private CallDecision save(Call held, BookCall command, Instant now) {
        CallId id = held.id();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Call call = attempt == 0 ? held : calls.find(id).orElseThrow();
            CallDecision decision = book(call, command, now);
            if (!(decision instanceof Changed booked)) {
                return decision;
            }
            switch (calls.save(booked.call(), booked.events())) {
                case SAVED -> {
                    return booked;
                }
                case STALE -> {}
                case TAKEN -> {
                    Optional<CallDecision> doubled = doubled(call, booked.call(), command.token(), now);
                    if (doubled.isPresent() && isWritten(doubled.get())) {
                        return doubled.get();
                    }
                }
            }
        }
        throw new IllegalStateException("a call is written by too many at once: " + id);
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
    private Optional<CallDecision> doubled(Call held, Call booked, HoldToken token, Instant now) {
        List<Call> others = calls.claiming(booked.claims()).stream()
                .filter(other -> !other.id().equals(booked.id()))
                .toList();
        CallId byEmail = standing(Means.EMAIL, booked, others);
        CallId byPhone = standing(Means.PHONE, booked, others);
        return byEmail == null && byPhone == null
                ? Optional.empty()
                : Optional.of(held.doubled(token, byEmail, byPhone, now));
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
