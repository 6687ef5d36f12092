package org.rapport.booking.calls.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.IsoWeek;

/** What the calls and holds that count, and the host's own calendar, leave no room for. Dates are the host's. */
public final class BusyTimes {

    private static final BusyTimes NONE = new BusyTimes();

    private final Set<Claim> taken;
    private final Map<LocalDate, Integer> perDay;
    private final Map<IsoWeek, Integer> perWeek;
    private final Diary diary;

    private BusyTimes() {
        this(new HashSet<>(), new HashMap<>(), new HashMap<>(), Diary.EMPTY);
    }

    private BusyTimes(Set<Claim> taken, Map<LocalDate, Integer> perDay, Map<IsoWeek, Integer> perWeek, Diary diary) {
        this.taken = taken;
        this.perDay = perDay;
        this.perWeek = perWeek;
        this.diary = diary;
    }

    /** Before any look at other calls: whoever writes next is told by the claims. */
    public static BusyTimes none() {
        return NONE;
    }

    /** @param calls of this host; those whose hold ran out do not count */
    public static BusyTimes of(Host host, List<Call> calls, Instant now) {
        BusyTimes busy = new BusyTimes();
        for (Call call : calls) {
            if (!call.isOver(now) && !call.claims().isEmpty()) {
                LocalDate date = host.dateOf(call.time().start());
                busy.taken.addAll(call.claims());
                busy.perDay.merge(date, 1, Integer::sum);
                busy.perWeek.merge(IsoWeek.of(date), 1, Integer::sum);
            }
        }
        return busy;
    }

    /** The same, and what the host does beside the calls. */
    public BusyTimes beside(Diary others) {
        return new BusyTimes(taken, perDay, perWeek, others);
    }

    boolean isClosedByDiary() {
        return diary.closed();
    }

    /** Minutes kept free around a call are kept free of other things too. */
    boolean isBusyByDiary(HostSchedule schedule, Instant start) {
        return diary.overlaps(schedule.blocked(start));
    }

    public boolean takes(HostSchedule schedule, Instant start) {
        return !taken.isEmpty()
                && Claim.covering(schedule.host().id(), schedule.blocked(start)).stream()
                        .anyMatch(taken::contains);
    }

    boolean fillsDay(Host host, LocalDate date) {
        Integer most = host.terms().perDay();
        return most != null && perDay.getOrDefault(date, 0) >= most;
    }

    boolean fillsWeek(Host host, LocalDate date) {
        Integer most = host.terms().perWeek();
        return most != null && perWeek.getOrDefault(IsoWeek.of(date), 0) >= most;
    }
}
