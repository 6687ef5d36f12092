package org.rapport.booking.calls.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.web.Practice;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The calls a member of staff is going to hold, with whom, and how to reach them. Nobody sees a colleague's. */
@Controller
class HostCallPages {

    private static final Duration AHEAD = Duration.ofDays(60);

    private final Calls calls;
    private final Hosts hosts;
    private final Inquiries inquiries;
    private final Practice practice;
    private final Clock clock;

    HostCallPages(Calls calls, Hosts hosts, Inquiries inquiries, Practice practice, Clock clock) {
        this.calls = calls;
        this.hosts = hosts;
        this.inquiries = inquiries;
        this.practice = practice;
        this.clock = clock;
    }

    @GetMapping("/staff/calls")
    String calls(Staff staff, Model model) {
        HostId host = new HostId(staff.id());
        ZoneId zone = hosts.find(host).map(Host::zone).orElse(practice.zone());
        Instant midnight =
                LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant();
        List<HostCall> coming = calls.active(List.of(host), new Interval(midnight, midnight.plus(AHEAD))).stream()
                .filter(call -> call.state() instanceof CallState.Booked)
                .map(call -> shown(call, zone))
                .toList();
        model.addAttribute("calls", coming);
        model.addAttribute("coordinator", staff.has(StaffRole.COORDINATOR));
        return "booking/host-calls";
    }

    private HostCall shown(Call call, ZoneId zone) {
        Person person = inquiries.find(call.inquiryId()).orElseThrow().person();
        return new HostCall(
                call.id().toString(),
                call.inquiryId().toString(),
                call.time().start(),
                call.time().end(),
                zone,
                clock.instant().isAfter(call.time().end()),
                person);
    }

    /** @param zone of the host */
    record HostCall(
            String id, String inquiryId, Instant start, Instant end, ZoneId zone, boolean over, Person person) {}
}
