package org.rapport.booking.calls.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.rapport.booking.calls.domain.Opening;
import org.springframework.ui.Model;

/** Openings by day in the zone of whoever looks, and the times of the day they look at. */
record DayTimes(List<DayLink> days, LocalDate day, List<Opening> times) {

    /** @param asked the day to begin with, or the next one that has times; the first if absent */
    static DayTimes of(
            List<Opening> openings,
            ZoneId zone,
            Optional<LocalDate> asked,
            LocalDate today,
            Function<LocalDate, String> address) {
        NavigableMap<LocalDate, List<Opening>> byDay = new TreeMap<>();
        openings.forEach(
                opening -> byDay.computeIfAbsent(opening.start().atZone(zone).toLocalDate(), _ -> new ArrayList<>())
                        .add(opening));
        LocalDate chosen = asked.flatMap(day -> Optional.ofNullable(byDay.ceilingKey(day)))
                .orElseGet(() -> byDay.isEmpty() ? today : byDay.firstKey());
        List<DayLink> days = byDay.entrySet().stream()
                .map(entry -> new DayLink(
                        entry.getKey(),
                        entry.getValue().size(),
                        address.apply(entry.getKey()),
                        entry.getKey().equals(chosen)))
                .toList();
        return new DayTimes(days, chosen, byDay.getOrDefault(chosen, List.of()));
    }

    void addTo(Model model) {
        model.addAttribute("days", days);
        model.addAttribute("day", day);
        model.addAttribute("times", times);
    }

    record DayLink(LocalDate date, int count, String href, boolean current) {}
}
