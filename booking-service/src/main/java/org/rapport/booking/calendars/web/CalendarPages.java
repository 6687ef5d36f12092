package org.rapport.booking.calendars.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calendars.application.ChangeFeedHandler;
import org.rapport.booking.calendars.application.FeedDecision;
import org.rapport.booking.calendars.application.OwnCalendarDecision;
import org.rapport.booking.calendars.application.ReadOwnCalendarHandler;
import org.rapport.booking.calendars.application.RenewFeed;
import org.rapport.booking.calendars.application.SetOwnCalendar;
import org.rapport.booking.calendars.application.SetOwnCalendarHandler;
import org.rapport.booking.calendars.application.ShowCalendarHandler;
import org.rapport.booking.calendars.application.ShowCalendarHandler.Calendars;
import org.rapport.booking.calendars.domain.FeedToken;
import org.rapport.booking.calendars.domain.OwnCalendar.Source;
import org.rapport.booking.calendars.domain.WhenUnreadable;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.web.HostAccess;
import org.rapport.web.FieldProblem;
import org.rapport.web.Option;
import org.rapport.web.PublicUrls;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A host's feed and own calendar. */
@Controller
@RequestMapping("/staff/hours/{id}/calendar")
class CalendarPages {

    private final Hosts hosts;
    private final ShowCalendarHandler show;
    private final ChangeFeedHandler changeFeed;
    private final SetOwnCalendarHandler setOwn;
    private final ReadOwnCalendarHandler readOwn;
    private final NewFeeds newFeeds;
    private final PublicUrls urls;
    private final MessageSource messages;

    CalendarPages(
            Hosts hosts,
            ShowCalendarHandler show,
            ChangeFeedHandler changeFeed,
            SetOwnCalendarHandler setOwn,
            ReadOwnCalendarHandler readOwn,
            NewFeeds newFeeds,
            PublicUrls urls,
            MessageSource messages) {
        this.hosts = hosts;
        this.show = show;
        this.changeFeed = changeFeed;
        this.setOwn = setOwn;
        this.readOwn = readOwn;
        this.newFeeds = newFeeds;
        this.urls = urls;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView calendar(Staff staff, @PathVariable UUID id, Model model, Locale locale) {
        return page(host(staff, id), staff, null, HttpStatus.OK, model, locale);
    }

    @PostMapping
    ModelAndView set(
            Staff staff,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String staleAfterHours,
            @RequestParam(defaultValue = "") String whenUnreadable,
            Model model,
            Locale locale) {
        Host host = host(staff, id);
        SetOwnCalendar command = new SetOwnCalendar(host.id(), address, staleAfterHours, whenUnreadable);
        return switch (setOwn.handle(command)) {
            case OwnCalendarDecision.Changed _ -> {
                readOwn.handle(host.id());
                yield back(id);
            }
            case OwnCalendarDecision.Rejected(var faults) -> {
                model.addAttribute("problems", CalendarTexts.problems(faults, messages, locale));
                yield page(host, staff, command, HttpStatus.UNPROCESSABLE_CONTENT, model, locale);
            }
        };
    }

    @PostMapping("/reading")
    ModelAndView read(Staff staff, @PathVariable UUID id) {
        readOwn.handle(host(staff, id).id());
        return back(id);
    }

    @PostMapping("/stop")
    ModelAndView forget(Staff staff, @PathVariable UUID id) {
        setOwn.stop(host(staff, id).id());
        return back(id);
    }

    /** Answered with the page itself: the address is shown this once, and stands nowhere else. */
    @PostMapping("/feed")
    ModelAndView renew(
            Staff staff,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long version,
            Model model,
            Locale locale) {
        Host host = host(staff, id);
        FeedToken token = newFeeds.token(host.id());
        return switch (changeFeed.handle(new RenewFeed(token, version))) {
            case FeedDecision.Changed _ -> {
                model.addAttribute("newAddress", CalendarController.FeedAddress.of(token, urls));
                yield page(host, staff, null, HttpStatus.OK, model, locale);
            }
            case FeedDecision.Stale _ -> {
                model.addAttribute("staleFeed", true);
                yield page(host, staff, null, HttpStatus.CONFLICT, model, locale);
            }
        };
    }

    @PostMapping("/feed/stop")
    ModelAndView stop(Staff staff, @PathVariable UUID id) {
        changeFeed.stop(host(staff, id).id());
        return back(id);
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:/staff/hours/" + id + "/calendar");
    }

    /** @param typed what was wrong and is shown again; absent to show what is stored */
    private ModelAndView page(
            Host host, Staff staff, @Nullable SetOwnCalendar typed, HttpStatus status, Model model, Locale locale) {
        Calendars calendars = show.handle(host);
        Source source = calendars.own().source();
        model.addAttribute("host", host);
        model.addAttribute("administrator", staff.has(StaffRole.ADMINISTRATOR));
        model.addAttribute("calendars", calendars);
        model.addAttribute("source", source);
        model.addAttribute("closesAt", calendars.own().staleFrom());
        model.addAttribute("values", typed == null ? stored(source) : values(typed));
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", List.of());
        }
        @SuppressWarnings("unchecked") // put there by this class
        List<FieldProblem> problems = (List<FieldProblem>) Objects.requireNonNull(model.getAttribute("problems"));
        model.addAttribute("wrong", CalendarTexts.byField(problems));
        model.addAttribute(
                "hours",
                SetOwnCalendarHandler.STALE_AFTER_HOURS.stream()
                        .map(hours -> Option.of(
                                hours.toString(),
                                messages.getMessage(
                                        "booking.calendar.stale-after.hours", new Object[] {hours}, locale)))
                        .toList());
        model.addAttribute(
                "choices",
                Arrays.stream(WhenUnreadable.values())
                        .map(choice -> Option.of(
                                choice.name(),
                                messages.getMessage("booking.calendar.when-unreadable." + choice, null, locale)))
                        .toList());
        return new ModelAndView("booking/calendar", model.asMap(), status);
    }

    private static Map<String, String> stored(@Nullable Source source) {
        Map<String, String> values = new HashMap<>();
        values.put("address", "");
        values.put(
                "staleAfterHours",
                String.valueOf(
                        source == null
                                ? SetOwnCalendarHandler.USUAL_HOURS
                                : source.staleAfter().toHours()));
        values.put("whenUnreadable", (source == null ? WhenUnreadable.CLOSE_HOURS : source.whenUnreadable()).name());
        return values;
    }

    private static Map<String, String> values(SetOwnCalendar typed) {
        Map<String, String> values = new HashMap<>();
        values.put("address", Objects.toString(typed.address(), ""));
        values.put("staleAfterHours", Objects.toString(typed.staleAfterHours(), ""));
        values.put("whenUnreadable", Objects.toString(typed.whenUnreadable(), ""));
        return values;
    }

    private Host host(Staff staff, UUID id) {
        HostAccess.check(staff, new HostId(id));
        return hosts.find(new HostId(id)).orElseThrow(RefusedRequest::notFound);
    }
}
