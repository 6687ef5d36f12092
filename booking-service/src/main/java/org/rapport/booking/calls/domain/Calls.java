package org.rapport.booking.calls.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rapport.booking.calls.domain.CallDecision.Changed;
import org.rapport.booking.calls.domain.CallDecision.Refused;
import org.rapport.booking.calls.domain.CallDecision.Unchanged;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Interval;

/** All holds and calls. No two that are held or booked have a claim in common. */
public interface Calls {

    int ATTEMPTS = 20;

    /** The call with those it is written with; alone if it is in no bundle. */
    Optional<Bundle> bundle(CallId id);

    /**
     * Writes calls, claims and events together, if nobody wrote the bundle since it was read and nobody has its claims. Its
     * version is then one more, or as many more as there are events.
     */
    Saving save(Bundle bundle, List<CallEvent> events);

    /** The calls that have one of these claims, held beyond their time or not. */
    List<Call> claiming(Collection<Claim> claims);

    /** The held and booked calls of some hosts that start within {@code range}. */
    List<Call> active(Collection<HostId> hosts, Interval range);

    /** The calls of a host that people were told of, cancelled ones too, that start within {@code range}; in order. */
    List<Call> told(HostId host, Interval range);

    /** The holds of all hosts whose time has not run out; others may be among them. */
    List<Call> held(Instant now);

    default Optional<Call> find(CallId id) {
        return bundle(id).stream()
                .flatMap(bundle -> bundle.calls().stream())
                .filter(call -> call.id().equals(id))
                .findFirst();
    }

    /** With those it is written with, unless it would meet one of them: a key of the store keeps documents apart, not a document from itself. */
    default Saving save(Call call, List<CallEvent> events) {
        return with(call, events)
                .map(changed ->
                        changed.bundle().isInItsOwnWay() ? Saving.TAKEN : save(changed.bundle(), changed.events()))
                .orElse(Saving.STALE);
    }

    /** What becomes of a call's bundle when this becomes of the call; empty if somebody wrote it since the call was read. */
    default Optional<BundleDecision.Changed> with(Call changed, List<CallEvent> events) {
        return changed.id().isInBundle()
                ? bundle(changed.id())
                        .filter(bundle -> bundle.version() == changed.version())
                        .map(bundle -> bundle.with(changed, events))
                : Optional.of(new BundleDecision.Changed(Bundle.alone(changed), events));
    }

    default Optional<Call> heldBy(HoldToken token) {
        return find(token.callId()).filter(call -> call.isHeldBy(token));
    }

    /** For rules that claim nothing more than the call has. */
    default CallDecision decide(CallId id, Function<Call, CallDecision> rule) {
        return decide(id, rule, () -> {
            throw new IllegalStateException("a call lost claims it had: " + id);
        });
    }

    /**
     * Loads, decides and saves; decides again on what somebody else made of the call meanwhile.
     *
     * @param taken the answer where another call has what this one would claim
     */
    default CallDecision decide(CallId id, Function<Call, CallDecision> rule, Supplier<CallDecision> taken) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Call> call = find(id);
            if (call.isEmpty()) {
                return new Refused(CallRefusal.UNKNOWN_LINK);
            }
            CallDecision decision = rule.apply(call.get());
            switch (decision) {
                case Unchanged _, Refused _ -> {
                    return decision;
                }
                case Changed changed -> {
                    switch (save(changed.call(), changed.events())) {
                        case SAVED -> {
                            return decision;
                        }
                        case STALE -> {}
                        case TAKEN -> {
                            return taken.get();
                        }
                    }
                }
            }
        }
        throw new IllegalStateException("a call is written by too many at once: " + id);
    }

    /** As {@link #decide}, of all the calls that are written together; the rule claims nothing more than they have. */
    default BundleDecision decideTogether(CallId id, Function<Bundle, BundleDecision> rule) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Bundle> bundle = bundle(id);
            if (bundle.isEmpty()) {
                return new BundleDecision.Refused(CallRefusal.UNKNOWN_LINK);
            }
            BundleDecision decision = rule.apply(bundle.get());
            if (!(decision instanceof BundleDecision.Changed(Bundle changed, var events))) {
                return decision;
            }
            switch (save(changed, events)) {
                case SAVED -> {
                    return decision;
                }
                case STALE -> {}
                case TAKEN -> throw new IllegalStateException("a bundle lost claims it had: " + id);
            }
        }
        throw new IllegalStateException("a bundle is written by too many at once: " + id);
    }
}
