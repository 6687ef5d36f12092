package org.rapport.booking.hosts.application;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.HoursCheck;
import org.rapport.booking.hosts.domain.HoursRules;
import org.rapport.booking.hosts.domain.Saving;
import org.rapport.booking.hosts.domain.SettingFault;

/** Sets a host's hours and terms. Calls and holds that are there stay, inside the new hours or not. */
public final class ChangeHoursHandler {

    private final Hosts hosts;
    private final Clock clock;

    public ChangeHoursHandler(Hosts hosts, Clock clock) {
        this.hosts = hosts;
        this.clock = clock;
    }

    public HoursDecision handle(ChangeHours command) {
        Optional<Host> host = hosts.find(command.host());
        if (host.isEmpty()) {
            return new HoursDecision.Unknown();
        }
        List<Host> colleagues = HoursRules.colleagues(host.get(), hosts.all());
        return switch (HoursRules.check(
                command.answers(), colleagues, host.get().dateOf(clock.instant()))) {
            case HoursCheck.Rejected(List<SettingFault> faults) -> new HoursDecision.Rejected(faults);
            case HoursCheck.Accepted accepted ->
                save(host.get()
                        .with(command.seen(), accepted.hours(), accepted.terms(), accepted.hosting())
                        .weighing(accepted.weight()));
        };
    }

    /** Version 0 is no host that could have been seen; it must not add one. */
    private HoursDecision save(Host changed) {
        boolean saved = changed.version() > 0 && hosts.save(changed) == Saving.SAVED;
        Host now = hosts.find(changed.id()).orElseThrow();
        return saved ? new HoursDecision.Changed(now) : new HoursDecision.Stale(now);
    }
}
