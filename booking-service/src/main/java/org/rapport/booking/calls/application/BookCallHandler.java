package org.rapport.booking.calls.application;

import static org.rapport.booking.calls.domain.Saving.SAVED;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.AddressLimits;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.BundleDecision;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.CallDecision.Refused;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CallRefusal;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.Claim;
import org.rapport.booking.calls.domain.ClientKey;
import org.rapport.booking.calls.domain.ClientKey.Means;
import org.rapport.booking.calls.domain.ConfirmationRules;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.InquiryReceived;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.inquiries.domain.Saving;
import org.rapport.booking.visitors.domain.MessageLimits;

/**
 * Turns a hold into a call for a person.
 *
 * <ol>
 *   <li>Ask the hold whether it can be booked; nothing is written for one that cannot.
 *   <li>Put the person into the queue, under the inquiry id fixed with the hold. If somebody is there already under it, write
 *       the hold first, so that whoever read it before them cannot book; then correct the inquiry for that version.
 *   <li>Turn the hold into the call. If the person is in another call then, nothing is booked, and the messages say what
 *       stands; if another call stands under their address that nobody had to confirm, this one waits to be confirmed.
 * </ol>
 *
 * The look at the person's other calls only foresees what the write will say, whose unique keys decide; it is there so that a
 * person who is known and one who is not take as many steps in the store.
 *
 * A crash between 2 and 3 leaves a person in the queue, never a call without a person; the same request again finds the
 * inquiry and finishes. Of two requests with one hold the call has the claims, and the inquiry the addresses, of the same.
 */
public final class BookCallHandler {

    private static final int ATTEMPTS = 20;

    private final Calls calls;
    private final Inquiries inquiries;
    private final AddressLimits limits;
    private final Clock clock;

    public BookCallHandler(Calls calls, Inquiries inquiries, MessageLimits limits, Clock clock) {
        this.calls = calls;
        this.inquiries = inquiries;
        this.limits = new AddressLimits(limits);
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
        UUID occasion = held.get().id().value();
        boolean quiet = command.byVisitor() && limits.areReached(command.person(), occasion);
        boolean mailAlone = command.byVisitor() && !quiet && limits.areTextsReached(command.person(), occasion);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Call read = attempt == 0 ? held.get() : calls.find(held.get().id()).orElseThrow();
            Optional<CallDecision> decision = decide(read, command, quiet, mailAlone, now);
            if (decision.isPresent()) {
                return decision.get();
            }
        }
        throw new IllegalStateException(
                "a call is written by too many at once: " + held.get().id());
    }

    /** Empty if somebody else wrote meanwhile. */
    private Optional<CallDecision> decide(Call read, BookCall command, boolean quiet, boolean mailAlone, Instant now) {
        CallDecision foreseen = book(read, command, now);
        if (!(foreseen instanceof Changed)) {
            return Optional.of(foreseen);
        }
        return receive(read, command.person(), mailAlone, now).flatMap(call -> save(call, command, quiet, now));
    }

    private Optional<CallDecision> save(Call call, BookCall command, boolean quiet, Instant now) {
        CallDecision decision = book(call, command, now);
        if (!(decision instanceof Changed booked)) {
            return Optional.of(decision);
        }
        Optional<BundleDecision.Changed> together = calls.with(booked.call(), booked.events());
        if (together.isEmpty()) {
            return Optional.empty();
        }
        Bundle wanted = together.get().bundle();
        List<Call> known = known(wanted, now);
        CallDecision answer = quiet ? unsaid(call, command, now) : besides(known, call, wanted, booked, command, now);
        if (!(answer instanceof Changed(Call changed, var events))) {
            return Optional.of(answer);
        }
        return switch (calls.save(changed, events)) {
            case SAVED -> Optional.of(answer);
            case STALE -> Optional.empty();
            case TAKEN -> {
                lapse(wanted, now);
                yield Optional.empty();
            }
        };
    }

    private static CallDecision book(Call call, BookCall command, Instant now) {
        Person person = command.person();
        return call.book(command.token(), person.zone(), ClientKey.of(person), ClientKey.reached(person), now);
    }

    /** Beyond the limit it is answered as always, and nobody hears of it. */
    private static CallDecision unsaid(Call held, BookCall command, Instant now) {
        return held.doubled(command.token(), command.person().zone(), null, null, now)
                        instanceof Changed(Call call, var _)
                ? new Changed(call, List.of())
                : new Refused(CallRefusal.HOLD_EXPIRED);
    }

    /** What the booking becomes beside the person's other calls. */
    private static CallDecision besides(
            List<Call> known, Call held, Bundle wanted, Changed booked, BookCall command, Instant now) {
        List<Call> atThatTime = known.stream()
                .filter(other ->
                        wanted.calls().stream().anyMatch(call -> other.time().overlaps(call.time())))
                .toList();
        if (!atThatTime.isEmpty()) {
            return held.doubled(
                    command.token(),
                    command.person().zone(),
                    standing(Means.EMAIL, booked.call(), atThatTime),
                    standing(Means.PHONE, booked.call(), atThatTime),
                    now);
        }
        Person person = command.person();
        return known.isEmpty()
                ? booked
                : ConfirmationRules.ask(held, command.token(), person.zone(), ClientKey.of(person), now);
    }

    /**
     * Whose claims on the person's time, or on the one unproven call of an address, the booking would meet. What is over and
     * not yet woken is in nobody's way: the write finds it, and {@link #lapse} lets it go.
     */
    private List<Call> known(Bundle booked, Instant now) {
        return others(booked).filter(other -> !isDue(other, now)).toList();
    }

    private void lapse(Bundle booked, Instant now) {
        others(booked)
                .filter(other -> isDue(other, now))
                .forEach(other -> calls.decide(other.id(), again -> again.lapse(now)));
    }

    private static boolean isDue(Call other, Instant now) {
        return other.lapse(now) instanceof Changed;
    }

    private Stream<Call> others(Bundle booked) {
        List<Claim> own = booked.claims().stream().filter(Claim::isClients).toList();
        return calls.claiming(own).stream().filter(other -> !other.id().lead().equals(booked.id()));
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
    private Optional<Call> receive(Call held, Person person, boolean mailAlone, Instant now) {
        InquiryPath path = held.hostRole() == HostRole.COORDINATOR
                ? InquiryPath.CALL_WITH_COORDINATOR
                : InquiryPath.CALL_WITH_THERAPIST;
        Inquiry inquiry = new Inquiry(held.inquiryId(), path, person, mailAlone, now, held.version(), null);
        if (inquiries.add(inquiry, new InquiryReceived(inquiry)) == Saving.SAVED) {
            return Optional.of(held);
        }
        Inquiry known = inquiries.find(inquiry.id()).orElseThrow();
        if (known.person().equals(person) && known.hold() == held.version()) {
            return Optional.of(held);
        }
        return written(held).map(next -> {
            inquiries.correct(new Inquiry(inquiry.id(), path, person, mailAlone, now, next.version(), null));
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
