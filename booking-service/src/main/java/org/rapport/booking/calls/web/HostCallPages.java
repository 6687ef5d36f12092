package org.rapport.booking.calls.web;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.HostCall;
import org.rapport.booking.calls.application.ListHostCalls;
import org.rapport.booking.calls.application.ListHostCallsHandler;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Hosts;
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

    private final ListHostCallsHandler hostCalls;
    private final Hosts hosts;
    private final Practice practice;

    HostCallPages(ListHostCallsHandler hostCalls, Hosts hosts, Practice practice) {
        this.hostCalls = hostCalls;
        this.hosts = hosts;
        this.practice = practice;
    }

    @GetMapping("/staff/calls")
    String calls(Staff staff, Model model) {
        HostId host = new HostId(staff.id());
        ZoneId zone = hosts.find(host).map(Host::zone).orElse(practice.zone());
        model.addAttribute(
                "calls",
                hostCalls.handle(new ListHostCalls(host, zone)).stream()
                        .map(call -> Row.of(call, zone))
                        .toList());
        model.addAttribute("coordinator", staff.has(StaffRole.COORDINATOR));
        return "booking/host-calls";
    }

    /** @param zone of the host */
    record Row(
            String id,
            String inquiryId,
            Instant start,
            ZoneId zone,
            boolean begun,
            boolean over,
            @Nullable String outcome,
            Person person) {
        static Row of(HostCall shown, ZoneId zone) {
            return new Row(
                    shown.call().id().toString(),
                    shown.call().inquiryId().toString(),
                    shown.call().time().start(),
                    zone,
                    shown.begun(),
                    shown.over(),
                    shown.outcome() == null ? null : shown.outcome().code(),
                    shown.person());
        }
    }
}
