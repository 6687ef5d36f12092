package org.rapport.booking.calls.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.calls.application.ReleaseHold;
import org.rapport.booking.calls.application.ReleaseHoldHandler;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.hosts.domain.Hosts;
import org.springframework.stereotype.Component;

/** The time a browser holds, as its cookie tells. */
@Component
final class KeptTimes {

    private final Calls calls;
    private final Hosts hosts;
    private final ReleaseHoldHandler releaseHold;
    private final Clock clock;

    KeptTimes(Calls calls, Hosts hosts, ReleaseHoldHandler releaseHold, Clock clock) {
        this.calls = calls;
        this.hosts = hosts;
        this.releaseHold = releaseHold;
        this.clock = clock;
    }

    /** Absent when nothing is held, or not any more. */
    Optional<KeptTime> of(@Nullable String cookie) {
        return HoldToken.parse(cookie == null ? "" : cookie)
                .flatMap(token -> calls.heldBy(token).flatMap(call -> kept(token, call)));
    }

    /** Whether this is the very time asked for. */
    boolean isAsked(KeptTime kept, Instant start, HostChoice choice) {
        return kept.start().equals(start)
                && choice.among(hosts).stream()
                        .anyMatch(candidate ->
                                candidate.host().id().equals(kept.call().hostId()));
    }

    void release(KeptTime kept) {
        releaseHold.handle(new ReleaseHold(kept.token()));
    }

    private Optional<KeptTime> kept(HoldToken token, Call call) {
        return call.state() instanceof CallState.Held held && !call.isOver(clock.instant())
                ? Optional.of(new KeptTime(token, call, held.expiresAt()))
                : Optional.empty();
    }

    record KeptTime(HoldToken token, Call call, Instant until) {

        public Instant start() {
            return call.time().start();
        }

        public String address() {
            return "/book/" + token.text() + "/you";
        }

        public String releaseAddress() {
            return "/book/" + token.text() + "/release";
        }
    }
}
