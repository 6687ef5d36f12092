package org.rapport.booking.hosts.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rapport.booking.hosts.domain.Holiday;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Practices;
import org.rapport.web.Practice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** When nobody works and which coordinator is away, for services that count time. Staff enter it on the pages of the hours. */
@RestController
@RequestMapping("/api/booking/practice/days")
class PracticeDaysController {

    private final Practices practices;
    private final Hosts hosts;
    private final Practice practice;
    private final Clock clock;

    PracticeDaysController(Practices practices, Hosts hosts, Practice practice, Clock clock) {
        this.practices = practices;
        this.hosts = hosts;
        this.practice = practice;
        this.clock = clock;
    }

    @Operation(
            summary = "Holidays of the practice and leaves of coordinators",
            description = "For services. All holidays that are kept, and leaves that are not over.")
    @GetMapping
    PracticeDays days() {
        LocalDate today = LocalDate.now(clock.withZone(practice.zone()));
        return new PracticeDays(
                practices.current().holidays().stream().map(Holiday::date).toList(),
                hosts.in(HostRole.COORDINATOR).stream()
                        .flatMap(host -> host.hours().leaves().stream()
                                .filter(leave -> leave.firstDayBack().isAfter(today))
                                .map(leave -> new Absence(host.id().value(), leave.first(), leave.firstDayBack())))
                        .toList());
    }

    record PracticeDays(List<LocalDate> holidays, List<Absence> absences) {}

    record Absence(UUID hostId, LocalDate first, LocalDate firstDayBack) {}
}
