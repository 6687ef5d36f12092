package org.rapport.booking.calls.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.ArrangeCall;
import org.rapport.booking.calls.application.ArrangeCallHandler;
import org.rapport.booking.calls.application.ArrangeDecision;
import org.rapport.booking.calls.application.FindOpenings;
import org.rapport.booking.calls.application.FindOpeningsHandler;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.inquiries.web.EnteredInquiries;
import org.rapport.booking.inquiries.web.PersonTexts;
import org.rapport.booking.inquiries.web.RequestIds;
import org.rapport.web.Option;
import org.rapport.web.Practice;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Staff book a call for somebody, mostly while they are on the line: times in the person's zone with the practice's beside it. */
@Controller
@RequestMapping("/staff/inquiries/{id}/call")
class CallerCallPages {

    private final EnteredInquiries entered;
    private final ArrangeCallHandler arrangeCall;
    private final FindOpeningsHandler findOpenings;
    private final Calls calls;
    private final Hosts hosts;
    private final Practice practice;
    private final Clock clock;

    CallerCallPages(
            EnteredInquiries entered,
            ArrangeCallHandler arrangeCall,
            FindOpeningsHandler findOpenings,
            Calls calls,
            Hosts hosts,
            Practice practice,
            Clock clock) {
        this.entered = entered;
        this.arrangeCall = arrangeCall;
        this.findOpenings = findOpenings;
        this.calls = calls;
        this.hosts = hosts;
        this.practice = practice;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView times(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "any") String host,
            @RequestParam(required = false) @Nullable String day,
            Staff staff,
            Model model) {
        Inquiry inquiry = entered.find(id, staff);
        return page(inquiry, new Choice(host, UUID.randomUUID()), day, model, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView book(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "any") String host,
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "") String requestId,
            Staff staff,
            Model model) {
        Inquiry inquiry = entered.find(id, staff);
        UUID request = RequestIds.parse(requestId).orElseThrow(CallerCallPages::malformed);
        Instant at = Asked.instant(start).orElseThrow(CallerCallPages::malformed);
        Choice choice = new Choice(host, request);
        return switch (arrangeCall.handle(
                new ArrangeCall(CallId.ofRequest(request), inquiry, false, choice.hosts(), at))) {
            case ArrangeDecision.Arranged(Call call, String _) ->
                new ModelAndView("redirect:/staff/inquiries/" + id + "/call/" + call.id());
            case ArrangeDecision.Taken(List<Opening> alternatives) -> {
                model.addAttribute("alternatives", alternatives);
                yield again("taken", inquiry, choice, at, model, HttpStatus.CONFLICT);
            }
            case ArrangeDecision.PersonBusy(Call standing, String hostName) -> {
                model.addAttribute("standing", standing.time().start());
                model.addAttribute("standingHost", hostName);
                yield again("person-busy", inquiry, choice, at, model, HttpStatus.CONFLICT);
            }
            case ArrangeDecision.Refused(NotOpen reason)
            when reason == NotOpen.UNKNOWN_HOST -> throw CallRefusals.of(reason);
            case ArrangeDecision.Refused(NotOpen reason) ->
                again(reason.code(), inquiry, choice, at, model, HttpStatus.UNPROCESSABLE_CONTENT);
            // The page was left open and used for two times: it has booked one of them.
            case ArrangeDecision.RequestReused() ->
                new ModelAndView("redirect:/staff/inquiries/" + id + "/call/" + CallId.ofRequest(request));
        };
    }

    @GetMapping("/{callId}")
    String booked(@PathVariable UUID id, @PathVariable UUID callId, Staff staff, Model model) {
        Inquiry inquiry = entered.find(id, staff);
        Call call = calls.find(new CallId(callId))
                .filter(one -> one.inquiryId().equals(inquiry.id()))
                .orElseThrow(RefusedRequest::notFound);
        Person person = inquiry.person();
        model.addAttribute("id", id);
        model.addAttribute("person", person);
        model.addAttribute("phone", PersonTexts.phone(person));
        model.addAttribute("call", ShownCall.of(call, hosts.name(call.hostId()), practice.zone()));
        model.addAttribute("coordinator", staff.has(StaffRole.COORDINATOR));
        return "booking/caller-booked";
    }

    private ModelAndView again(
            String notice, Inquiry inquiry, Choice choice, Instant asked, Model model, HttpStatus status) {
        ZoneId zone = inquiry.person().zone();
        model.addAttribute("notice", notice);
        model.addAttribute("asked", asked);
        // Nothing was booked under the old id, and what is chosen next is another request.
        Choice next = new Choice(choice.host(), UUID.randomUUID());
        return page(inquiry, next, LocalDate.ofInstant(asked, zone).toString(), model, status);
    }

    private ModelAndView page(Inquiry inquiry, Choice choice, @Nullable String day, Model model, HttpStatus status) {
        ZoneId zone = inquiry.person().zone();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        String address = "/staff/inquiries/" + inquiry.id() + "/call";
        List<Opening> openings =
                findOpenings.handle(new FindOpenings(choice.hosts(), today, FindOpenings.MOST_DAYS, zone));
        DayTimes.of(
                        openings,
                        zone,
                        Asked.day(day, zone, clock),
                        today,
                        date -> UriComponentsBuilder.fromPath(address)
                                .queryParam("host", choice.host())
                                .queryParam("day", date)
                                .toUriString())
                .addTo(model);
        model.addAttribute("address", address);
        model.addAttribute("back", "/staff/inquiries/" + inquiry.id());
        model.addAttribute("requestId", choice.request());
        model.addAttribute("host", choice.host());
        model.addAttribute(
                "hosts",
                hosts.all().stream()
                        .filter(Host::hosting)
                        .sorted(Comparator.comparing(Host::role).thenComparing(Host::name))
                        .map(one -> Option.of(one.id().toString(), one.name()))
                        .toList());
        model.addAttribute("name", inquiry.person().name());
        model.addAttribute("zone", zone);
        model.addAttribute("practiceZone", practice.zone());
        return new ModelAndView("booking/caller-call", model.asMap(), status);
    }

    private static RefusedRequest malformed() {
        return new RefusedRequest(HttpStatus.BAD_REQUEST, "malformed-request");
    }

    /** What is chosen on the page, and the id under which it is booked once, however often it is sent. */
    private record Choice(String host, UUID request) {

        HostChoice hosts() {
            return Asked.host(host).orElseThrow(() -> CallRefusals.of(NotOpen.UNKNOWN_HOST));
        }
    }
}
