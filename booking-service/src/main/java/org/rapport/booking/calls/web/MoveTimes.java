package org.rapport.booking.calls.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.FindOpenings;
import org.rapport.booking.calls.application.FindOpeningsHandler;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.web.Practice;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The times to which a call can be moved: those of its host, its own counting as free. */
@Component
final class MoveTimes {

    private final FindOpeningsHandler findOpenings;
    private final Practice practice;
    private final Clock clock;

    MoveTimes(FindOpeningsHandler findOpenings, Practice practice, Clock clock) {
        this.findOpenings = findOpenings;
        this.practice = practice;
        this.clock = clock;
    }

    List<Opening> of(Call call, ZoneId zone) {
        HostChoice host = new HostChoice.Only(call.hostId());
        FindOpenings query = new FindOpenings(host, today(zone), FindOpenings.MOST_DAYS, zone);
        return findOpenings.handle(query, call).stream()
                .filter(opening -> !opening.start().equals(call.time().start()))
                .toList();
    }

    /** @param refused a time that could not be had just now */
    void show(Model model, Call call, ZoneId zone, Address at, @Nullable Instant refused) {
        List<Opening> openings = of(call, zone).stream()
                .filter(opening -> !opening.start().equals(refused))
                .toList();
        DayTimes.of(openings, zone, Asked.day(at.day(), zone, clock), today(zone), date -> at.page() + "?day=" + date)
                .addTo(model);
        model.addAttribute("address", at.page());
        model.addAttribute("revision", call.revision());
        model.addAttribute("zone", zone);
        model.addAttribute("practiceZone", practice.zone());
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.now(clock.withZone(zone));
    }

    /**
     * @param page which shows and acts
     * @param day that is asked for
     */
    record Address(String page, @Nullable String day) {}
}
