package org.rapport.booking.calls.application;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rapport.booking.hosts.domain.CurrentPractice;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostDirectory;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.PracticeSettings;

/**
 * Hosts and practice as the {@link OpeningsIndex} remembers them while it can be trusted, else as stored. What staff change
 * on another instance is known here after the next look, as it is in the lists.
 */
public final class Remembered implements HostDirectory, CurrentPractice {

    private final OpeningsIndex index;
    private final HostDirectory hosts;
    private final CurrentPractice practice;
    private final Clock clock;

    public Remembered(OpeningsIndex index, HostDirectory hosts, CurrentPractice practice, Clock clock) {
        this.index = index;
        this.hosts = hosts;
        this.practice = practice;
        this.clock = clock;
    }

    @Override
    public Optional<Host> find(HostId id) {
        return known().find(id);
    }

    @Override
    public List<Host> all() {
        return known().all();
    }

    @Override
    public PracticeSettings current() {
        return index.isTrusted(clock.instant()) ? index.practice() : practice.current();
    }

    private HostDirectory known() {
        return index.isTrusted(clock.instant()) ? index.hosts() : hosts;
    }
}
