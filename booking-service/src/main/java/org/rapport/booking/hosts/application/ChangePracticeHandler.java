package org.rapport.booking.hosts.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.rapport.booking.hosts.domain.PracticeCheck;
import org.rapport.booking.hosts.domain.PracticeRules;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.booking.hosts.domain.Practices;
import org.rapport.booking.hosts.domain.Saving;
import org.rapport.booking.hosts.domain.SettingFault;

/** Sets the holidays and call types of the practice. */
public final class ChangePracticeHandler {

    private final Practices practices;
    private final Clock clock;

    public ChangePracticeHandler(Practices practices, Clock clock) {
        this.practices = practices;
        this.clock = clock;
    }

    public PracticeDecision handle(ChangePractice command) {
        LocalDate today = LocalDate.now(clock.withZone(command.zone()));
        return switch (PracticeRules.check(command.answers(), command.seen(), today)) {
            case PracticeCheck.Rejected(List<SettingFault> faults) -> new PracticeDecision.Rejected(faults);
            case PracticeCheck.Accepted(PracticeSettings settings) ->
                practices.save(settings) == Saving.SAVED
                        ? new PracticeDecision.Changed(practices.current())
                        : new PracticeDecision.Stale(practices.current());
        };
    }
}
