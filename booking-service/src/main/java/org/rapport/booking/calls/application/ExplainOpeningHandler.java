package org.rapport.booking.calls.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rapport.booking.calls.domain.BusyTimes;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.OpeningRules;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Practices;

/** Says which rules a start keeps and which it breaks; the rules are those that list openings. */
public final class ExplainOpeningHandler {

    private final Hosts hosts;
    private final Practices practices;
    private final FindOpeningsHandler openings;
    private final Clock clock;

    public ExplainOpeningHandler(Hosts hosts, Practices practices, FindOpeningsHandler openings, Clock clock) {
        this.hosts = hosts;
        this.practices = practices;
        this.openings = openings;
        this.clock = clock;
    }

    /** Empty if there is no such host. */
    public Optional<Explanation> handle(ExplainOpening query) {
        return hosts.find(query.host())
                .map(host -> explain(HostSchedule.offered(host, practices.current()), query.start()));
    }

    private Explanation explain(HostSchedule schedule, Instant start) {
        Instant now = clock.instant();
        Host host = schedule.host();
        List<Call> around = openings.around(List.of(host), schedule.time(start));
        List<Call> inTheWay = around.stream()
                .filter(call -> BusyTimes.of(host, List.of(call), now).takes(schedule, start))
                .toList();
        return new Explanation(
                schedule,
                start,
                OpeningRules.explain(schedule, start, openings.busy(host, around, now), now),
                schedule.on(host.dateOf(start)),
                inTheWay);
    }
}
