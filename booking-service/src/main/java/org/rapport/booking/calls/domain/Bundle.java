package org.rapport.booking.calls.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.CallEvent.CallBooked;
import org.rapport.booking.calls.domain.CallEvent.CallChosen;
import org.rapport.booking.calls.domain.CallState.Booked;
import org.rapport.booking.calls.domain.CallState.Cancelled;
import org.rapport.booking.calls.domain.CallState.Doubled;
import org.rapport.booking.calls.domain.CallState.Ended;
import org.rapport.booking.calls.domain.CallState.Held;
import org.rapport.booking.calls.domain.CallState.Released;
import org.rapport.booking.calls.domain.CallState.Unconfirmed;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.inquiries.domain.PersonAnswers;

/**
 * The calls that are written together: one alone, or two or three of one person with as many therapists, of whom the person
 * chooses one. They are one document with the claims of all of them: held, booked and let go all or none.
 *
 * <pre>
 * what becomes of one call              | before they are booked | since
 * extended, drafted, released, lapsed   | so do the others       |
 * booked, doubled, unconfirmed          | so do the others       |
 * moved, cancelled, ended, no more unproven |                    | the others stay as they are
 * </pre>
 *
 * Choosing one cancels those of the others that have not begun, in the same write. Under an address nobody has shown to be
 * theirs a bundle stands as one: its calls have the one claim together, until the last of them is over.
 *
 * @param calls the first is known by the hold's token
 * @param chosen absent until the person has chosen
 */
public record Bundle(List<Call> calls, @Nullable CallId chosen) {

    public static final int LEAST = 2;
    public static final int MOST = CallId.MOST_IN_BUNDLE;

    public Bundle {
        calls = List.copyOf(calls);
        boolean isAlone = calls.size() == 1 && !calls.getFirst().id().isInBundle();
        if (!isAlone && (calls.size() < LEAST || calls.size() > MOST)) {
            throw new IllegalArgumentException("a bundle has " + LEAST + " to " + MOST + " calls: " + calls.size());
        }
        for (int number = 1; number < calls.size(); number++) {
            if (!calls.get(number).id().equals(calls.getFirst().id().inBundle(number))) {
                throw new IllegalArgumentException("the calls of a bundle are numbered: " + calls);
            }
        }
    }

    public static Bundle alone(Call call) {
        return new Bundle(List.of(call), null);
    }

    public Call lead() {
        return calls.getFirst();
    }

    public CallId id() {
        return lead().id();
    }

    /** All of its calls have it. */
    public long version() {
        return lead().version();
    }

    public boolean isAlone() {
        return calls.size() == 1;
    }

    public Call call(CallId id) {
        return calls.stream().filter(call -> call.id().equals(id)).findFirst().orElseThrow();
    }

    public List<Claim> claims() {
        return calls.stream().flatMap(call -> call.claims().stream()).distinct().toList();
    }

    /** Whether two of the calls want one time of the person. */
    public boolean isInItsOwnWay() {
        List<Claim> times = calls.stream()
                .flatMap(call -> call.claims().stream())
                .filter(claim -> claim.kind() == Claim.Kind.CLIENT_TIME)
                .toList();
        return new HashSet<>(times).size() < times.size();
    }

    /** What a call of a held bundle becomes when it is held anew at another time of its host; what was typed stays. */
    public Call heldAt(int number, HostSchedule schedule, Instant start, ZoneId zone, Instant now) {
        Call call = calls.get(number);
        PersonAnswers draft = call.state() instanceof Held held ? held.draft() : null;
        return call.at(schedule, start).in(new Held(now.plus(Call.HOLD), false, null, draft), zone, 0);
    }

    /** What becomes of the bundle when this becomes of one of its calls. */
    public BundleDecision.Changed with(Call changed, List<CallEvent> events) {
        boolean together = switch (call(changed.id()).state()) {
            case Held _ -> true;
            case Doubled doubled -> !doubled.freed();
            case Unconfirmed asked -> !asked.freed();
            case Booked _, Ended _, Cancelled _, Released _ -> false;
        };
        List<CallEvent> all = new ArrayList<>(events);
        List<Call> next = new ArrayList<>();
        for (Call call : calls) {
            if (call.id().equals(changed.id())) {
                next.add(changed);
            } else if (together) {
                Call following = following(call, changed);
                next.add(following);
                events.stream().filter(CallBooked.class::isInstance).forEach(booked -> all.add(booked.of(following)));
            } else {
                next.add(call);
            }
        }
        return new BundleDecision.Changed(new Bundle(next, chosen), all);
    }

    /** The person goes on with one therapist. */
    public BundleDecision choose(CallId wanted, Instant now) {
        if (isAlone()) {
            return new BundleDecision.Refused(CallRefusal.UNKNOWN_LINK);
        }
        if (chosen != null) {
            return chosen.equals(wanted)
                    ? new BundleDecision.Unchanged(this)
                    : new BundleDecision.Refused(CallRefusal.ALREADY_CHOSEN);
        }
        Optional<CallRefusal> refusal = refusal(call(wanted).state());
        if (refusal.isPresent()) {
            return new BundleDecision.Refused(refusal.get());
        }
        List<CallEvent> events = new ArrayList<>();
        events.add(new CallChosen(call(wanted), now));
        List<Call> next = new ArrayList<>();
        for (Call call : calls) {
            if (!call.id().equals(wanted)
                    && call.cancel(CancelReason.OTHER_CHOSEN, now) instanceof CallDecision.Changed released) {
                next.add(released.call());
                events.addAll(released.events());
            } else {
                next.add(call);
            }
        }
        return new BundleDecision.Changed(new Bundle(next, wanted), events);
    }

    private static Optional<CallRefusal> refusal(CallState state) {
        return switch (state) {
            case Booked _, Ended _ -> Optional.empty();
            case Cancelled _ -> Optional.of(CallRefusal.CALL_CANCELLED);
            case Held _, Doubled _, Unconfirmed _, Released _ -> Optional.of(CallRefusal.NOT_BOOKED);
        };
    }

    /** What was typed stays with the first call alone. */
    private static Call following(Call call, Call changed) {
        CallState state = changed.state() instanceof Held(Instant expiresAt, boolean extended, var request, var _)
                ? new Held(expiresAt, extended, request, null)
                : changed.state();
        return call.in(state, changed.clientZone(), call.revision()).of(changed.client(), call.places());
    }
}
