package org.rapport.booking.calls.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.calls.application.ReleaseHold;
import org.rapport.booking.calls.application.ReleaseHoldHandler;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.hosts.domain.Hosts;
import org.springframework.stereotype.Component;

/** The time a browser holds, or the times it holds together, as its cookie tells. */
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
                .flatMap(token -> calls.bundle(token.callId()).flatMap(bundle -> kept(token, bundle)));
    }

    /** Whether these are the very times asked for. */
    boolean isAsked(KeptTime kept, List<Pick> picks) {
        return kept.calls().size() == picks.size()
                && IntStream.range(0, picks.size())
                        .allMatch(number ->
                                isOf(kept.calls().get(number), picks.get(number).hosts())
                                        && kept.calls()
                                                .get(number)
                                                .time()
                                                .start()
                                                .equals(picks.get(number).start()));
    }

    /** Whether what is asked for cannot be had beside them. */
    boolean isInTheWay(KeptTime kept, List<Pick> picks) {
        return kept.calls().stream()
                .anyMatch(call ->
                        picks.stream().anyMatch(pick -> isOf(call, pick.hosts()) && call.isInTheWayOf(pick.start())));
    }

    /** Also where somebody stands in. */
    boolean isOf(Call call, HostChoice choice) {
        return choice.among(hosts).stream()
                .anyMatch(candidate -> candidate.host().id().equals(call.hostId()));
    }

    void release(KeptTime kept) {
        releaseHold.handle(new ReleaseHold(kept.token()));
    }

    private Optional<KeptTime> kept(HoldToken token, Bundle bundle) {
        Call lead = bundle.lead();
        return lead.isHeldBy(token) && lead.state() instanceof CallState.Held held && !lead.isOver(clock.instant())
                ? Optional.of(new KeptTime(token, bundle.calls(), held.expiresAt()))
                : Optional.empty();
    }

    /** A time that somebody asks for, and with whom. */
    record Pick(HostChoice hosts, Instant start) {}

    record KeptTime(HoldToken token, List<Call> calls, Instant until) {

        /** The first of them where there are several. */
        public Instant start() {
            return calls.getFirst().time().start();
        }

        public String address() {
            return "/book/" + token.text() + "/you";
        }

        public String releaseAddress() {
            return "/book/" + token.text() + "/release";
        }
    }
}
