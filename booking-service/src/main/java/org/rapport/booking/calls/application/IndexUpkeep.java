package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.hosts.domain.CurrentPractice;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostDirectory;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HoursRules;
import org.rapport.booking.hosts.domain.Interval;

/**
 * Keeps the {@link OpeningsIndex} true to the store.
 *
 * <ol>
 *   <li>At first everything is read.
 *   <li>What this instance writes is put with the write ({@link IndexedCalls}), and hours staff change here
 *       with the change ({@link #settingsChanged}).
 *   <li>What another one writes is told by its event and then read ({@link #heard}).
 *   <li>A look, again and again: the holds of all, which say no event; hosts and practice; and the calls of some hosts, the
 *       next ones at the next look, so that whatever was missed is mended when the round is done.
 * </ol>
 *
 * News carry the version of their call, so they may come twice and in any order.
 */
public final class IndexUpkeep {

    /** A round of a thousand hosts takes forty looks. */
    private static final int HOSTS_AT_ONCE = 25;

    /** The week of a day on which a call counts may have begun so long before. */
    private static final Duration BEHIND = Duration.ofDays(8);

    private static final Duration AHEAD = Duration.ofDays(HoursRules.MOST_DAYS_AHEAD + 10);

    private final OpeningsIndex index;
    private final HostDirectory hosts;
    private final CurrentPractice practice;
    private final Calls calls;
    private final Clock clock;
    private final Queue<HostId> leftOfRound = new ArrayDeque<>();

    public IndexUpkeep(OpeningsIndex index, HostDirectory hosts, CurrentPractice practice, Calls calls, Clock clock) {
        this.index = index;
        this.hosts = hosts;
        this.practice = practice;
        this.calls = calls;
        this.clock = clock;
    }

    /** One round without a pause. */
    public synchronized void load() {
        leftOfRound.clear();
        settingsChanged();
        do {
            readSome();
        } while (!leftOfRound.isEmpty());
        index.comparedAt(clock.instant());
    }

    public synchronized void look() {
        settingsChanged();
        readSome();
        readHolds();
        index.comparedAt(clock.instant());
    }

    /** Somebody of the staff changed hours or settings here. Never beside a look, which may have read what was there before. */
    public synchronized void settingsChanged() {
        index.know(hosts.all(), practice.current());
    }

    /** An event told of this version of a call; what it does not name may have changed with it. */
    public void heard(CallId id) {
        calls.bundle(id).ifPresent(bundle -> bundle.calls().forEach(call -> index.put(call, call.version())));
    }

    private void readSome() {
        if (leftOfRound.isEmpty()) {
            index.hosts().all().stream().map(Host::id).forEach(leftOfRound::add);
        }
        List<HostId> some = leftOfRound.stream().limit(HOSTS_AT_ONCE).toList();
        Instant now = clock.instant();
        long readFrom = index.readFrom();
        if (!some.isEmpty()) {
            Interval counted = new Interval(now.minus(BEHIND), now.plus(AHEAD));
            index.replace(some, calls.active(some, counted), readFrom, now);
            some.forEach(_ -> leftOfRound.remove());
        }
    }

    private void readHolds() {
        Instant now = clock.instant();
        Set<CallId> held = new HashSet<>();
        for (Call call : calls.held(now)) {
            held.add(call.id());
            index.put(call, call.version());
        }
        for (CallId believed : index.holds(now)) {
            if (!held.contains(believed)) {
                Optional<Call> call = calls.find(believed);
                call.ifPresent(found -> index.put(found, found.version()));
            }
        }
    }
}
