package org.rapport.booking.calls.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.IsoWeek;

/** What the calls and holds that count leave no room for. Dates are the host's. */
public final class BusyTimes {

    private static final BusyTimes NONE = new BusyTimes();

    private final List<TakenTime> taken = new ArrayList<>();
    private final Map<LocalDate, Integer> perDay = new HashMap<>();
    private final Map<IsoWeek, Integer> perWeek = new HashMap<>();

    private BusyTimes() {}

    /** Before any look at other calls: whoever writes next is told by the claims. */
    public static BusyTimes none() {
        return NONE;
    }

    /** @param calls of this host; those whose hold ran out do not count */
    public static BusyTimes of(Host host, List<Call> calls, Instant now) {
        return ofTaken(host, calls.stream().map(TakenTime::of).toList(), now);
    }

    /** @param taken of this host; those whose hold ran out do not count */
    public static BusyTimes ofTaken(Host host, Collection<TakenTime> taken, Instant now) {
        BusyTimes busy = new BusyTimes();
        boolean capped = host.terms().perDay() != null || host.terms().perWeek() != null;
        for (TakenTime time : taken) {
            if (time.counts(now)) {
                busy.taken.add(time);
                if (capped) {
                    LocalDate date = host.dateOf(time.start());
                    busy.perDay.merge(date, 1, Integer::sum);
                    busy.perWeek.merge(IsoWeek.of(date), 1, Integer::sum);
                }
            }
        }
        return busy;
    }

    public boolean takes(HostSchedule schedule, Instant start) {
        long from = Quantum.of(schedule.blocked(start).start());
        long until = Quantum.from(schedule.blocked(start).end());
        for (TakenTime time : taken) {
            if (time.from() < until && from < time.until()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes out all the starts for which there is no room: what {@link #fillsDay}, {@link #fillsWeek} and {@link #takes}
     * say of one, of all at once.
     */
    void close(HostSchedule schedule, Starts starts) {
        Host host = schedule.host();
        int before = Quantum.count(host.terms().bufferBefore());
        int behind = Quantum.count(schedule.type().length().plus(host.terms().bufferAfter()));
        for (TakenTime time : taken) {
            starts.remove(time.from() - behind + 1, time.until() + before);
        }
        for (LocalDate date : perDay.keySet()) {
            if (fillsDay(host, date)) {
                remove(date, 1, host, starts);
            }
        }
        for (IsoWeek week : perWeek.keySet()) {
            if (fillsWeek(host, week.monday())) {
                remove(week.monday(), 7, host, starts);
            }
        }
    }

    boolean fillsDay(Host host, LocalDate date) {
        Integer most = host.terms().perDay();
        return most != null && perDay.getOrDefault(date, 0) >= most;
    }

    boolean fillsWeek(Host host, LocalDate date) {
        Integer most = host.terms().perWeek();
        return most != null && perWeek.getOrDefault(IsoWeek.of(date), 0) >= most;
    }

    private static void remove(LocalDate first, int days, Host host, Starts starts) {
        starts.remove(
                Quantum.from(first.atStartOfDay(host.zone()).toInstant()),
                Quantum.from(first.plusDays(days).atStartOfDay(host.zone()).toInstant()));
    }
}
