package org.rapport.booking.calls.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.ExplainOpening;
import org.rapport.booking.calls.application.ExplainOpeningHandler;
import org.rapport.booking.calls.application.Explanation;
import org.rapport.booking.calls.application.HostWeek;
import org.rapport.booking.calls.application.ShowWeek;
import org.rapport.booking.calls.application.ShowWeekHandler;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.hosts.domain.DayPlan;
import org.rapport.booking.hosts.domain.Holiday;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Leave;
import org.rapport.booking.hosts.web.HostAccess;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.rapport.web.Times;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A host's week as people will see it, and for each time of it why it is not offered. */
@Controller
@RequestMapping("/staff/hours/{id}")
class WeekPages {

    private static final int DAYS = 7;

    private final ShowWeekHandler showWeek;
    private final ExplainOpeningHandler explain;
    private final WhyNotTexts texts;
    private final Hosts hosts;
    private final Inquiries inquiries;
    private final MessageSource messages;
    private final Times times;
    private final Clock clock;

    WeekPages(
            ShowWeekHandler showWeek,
            ExplainOpeningHandler explain,
            WhyNotTexts texts,
            Hosts hosts,
            Inquiries inquiries,
            MessageSource messages,
            Times times,
            Clock clock) {
        this.showWeek = showWeek;
        this.explain = explain;
        this.texts = texts;
        this.hosts = hosts;
        this.inquiries = inquiries;
        this.messages = messages;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping("/week")
    String week(
            Staff staff,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String saved,
            Model model,
            Locale locale) {
        Host host = host(staff, id);
        LocalDate today = host.dateOf(clock.instant());
        LocalDate first = Asked.day(from, host.zone(), clock).orElse(today);
        HostWeek week = showWeek.handle(new ShowWeek(host.id(), first)).orElseThrow(RefusedRequest::notFound);
        model.addAttribute("host", host);
        model.addAttribute(
                "days",
                week.days().stream()
                        .map(day -> new ShownDay(day.date(), note(day.plan(), locale), day.starts()))
                        .toList());
        model.addAttribute("minutes", week.schedule().type().length().toMinutes());
        model.addAttribute(
                "outside",
                week.outside().stream().map(call -> taken(call, staff)).toList());
        model.addAttribute("previous", first.isAfter(today) ? first.minusDays(DAYS) : null);
        model.addAttribute("next", first.plusDays(DAYS));
        model.addAttribute("saved", saved != null);
        model.addAttribute("administrator", staff.has(StaffRole.ADMINISTRATOR));
        return "booking/host-week";
    }

    /** @param start a moment; else date and time as the host's clock shows them */
    @GetMapping("/why")
    String why(
            Staff staff,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String start,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String time,
            Model model,
            Locale locale) {
        Host host = host(staff, id);
        Optional<Instant> asked = Asked.instant(start).or(() -> moment(date, time, host.zone()));
        Explanation why = asked.map(at -> new ExplainOpening(host.id(), at))
                .flatMap(explain::handle)
                .orElse(null);
        LocalDateTime local = LocalDateTime.ofInstant(asked.orElseGet(clock::instant), host.zone());
        model.addAttribute("host", host);
        model.addAttribute("why", why);
        model.addAttribute("lines", why == null ? List.of() : texts.lines(why, locale));
        model.addAttribute(
                "inTheWay",
                why == null
                        ? List.of()
                        : why.inTheWay().stream()
                                .map(call -> taken(call, staff))
                                .toList());
        model.addAttribute("unreadable", why == null && !(date + time).isEmpty());
        model.addAttribute("date", why == null ? date : local.toLocalDate().toString());
        model.addAttribute("time", why == null ? time : local.toLocalTime().toString());
        model.addAttribute("administrator", staff.has(StaffRole.ADMINISTRATOR));
        return "booking/why";
    }

    /** Empty for a day like any other of the week. */
    private String note(DayPlan plan, Locale locale) {
        return switch (plan) {
            case DayPlan.Away(Leave leave) -> text("away", locale, times.date(leave.firstDayBack()));
            case DayPlan.OnHoliday(Holiday holiday) -> text("holiday", locale, holiday.name());
            case DayPlan.Otherwise own -> text(own.spans().isEmpty() ? "closed" : "otherwise", locale);
            case DayPlan.AsInWeek usual -> usual.spans().isEmpty() ? text("none", locale) : "";
        };
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage("booking.week." + key, arguments, locale);
    }

    private static Optional<Instant> moment(String date, String time, ZoneId zone) {
        try {
            return Asked.instant(LocalDateTime.parse(date + "T" + time)
                    .atZone(zone)
                    .toInstant()
                    .toString());
        } catch (DateTimeException notWrittenSo) {
            return Optional.empty();
        }
    }

    private Host host(Staff staff, UUID id) {
        HostAccess.check(staff, new HostId(id));
        return hosts.find(new HostId(id)).orElseThrow(RefusedRequest::notFound);
    }

    /** Coordinators may read every inquiry and a host their own; an administrator sees that there is a call, not whose. */
    private TakenTime taken(Call call, Staff staff) {
        boolean mayKnow = staff.has(StaffRole.COORDINATOR)
                || staff.id().equals(call.hostId().value());
        // Of a doubled or unconfirmed call the time is kept as of a hold: nobody has booked it.
        boolean held = call.state() instanceof CallState.Held
                || call.state() instanceof CallState.Doubled
                || call.state() instanceof CallState.Unconfirmed;
        String name = mayKnow && !held
                ? inquiries
                        .find(call.inquiryId())
                        .map(inquiry -> inquiry.person().name())
                        .orElse(null)
                : null;
        return new TakenTime(call.time().start(), call.time().end(), held, name);
    }

    record ShownDay(LocalDate date, String note, List<HostWeek.Start> starts) {}

    /** @param name of the person, for those who may know it */
    record TakenTime(
            Instant start,
            Instant end,
            boolean held,
            @Nullable String name) {}
}
