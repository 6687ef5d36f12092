package org.rapport.booking.hosts.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.rapport.booking.hosts.application.ChangeHours;
import org.rapport.booking.hosts.application.ChangeHoursHandler;
import org.rapport.booking.hosts.application.HoursDecision;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.HoursAnswers;
import org.rapport.booking.hosts.domain.HoursRules;
import org.rapport.web.FieldProblem;
import org.rapport.web.Option;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Staff set their hours, administrators everybody's. What was typed is never lost, and never overwrites unseen. */
@Controller
class HoursPages {

    /** Rows kept free for what is to be added; more come with the next save. */
    private static final int FREE_ROWS = 3;

    private final Hosts hosts;
    private final ChangeHoursHandler changeHours;
    private final MessageSource messages;
    private final Clock clock;

    HoursPages(Hosts hosts, ChangeHoursHandler changeHours, MessageSource messages, Clock clock) {
        this.hosts = hosts;
        this.changeHours = changeHours;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/staff/hours")
    String list(Staff staff, Model model) {
        if (!staff.has(StaffRole.ADMINISTRATOR)) {
            return "redirect:/staff/hours/" + staff.id();
        }
        model.addAttribute("hosts", hosts.all().stream().map(this::row).toList());
        return "booking/hours-list";
    }

    @GetMapping("/staff/hours/{id}")
    String hours(Staff staff, @PathVariable UUID id, Model model, Locale locale) {
        Host host = host(staff, id);
        return form(host, host.version(), stored(host), List.of(), staff, model, locale);
    }

    @PostMapping("/staff/hours/{id}")
    ModelAndView change(
            Staff staff,
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam Map<String, String> form,
            Model model,
            Locale locale) {
        Host host = host(staff, id);
        HoursAnswers answers = HoursTexts.read(form);
        return switch (changeHours.handle(new ChangeHours(host.id(), version, answers))) {
            case HoursDecision.Changed _ -> new ModelAndView("redirect:/staff/hours/" + id + "/week?saved");
            case HoursDecision.Unknown _ -> throw RefusedRequest.notFound();
            case HoursDecision.Rejected(var faults) -> {
                List<FieldProblem> problems = SettingTexts.problems(faults, messages, locale);
                yield again(host, version, answers, problems, HttpStatus.UNPROCESSABLE_CONTENT, staff, model, locale);
            }
            case HoursDecision.Stale(Host now) -> {
                HoursDifferences differences = new HoursDifferences(messages, locale, this::nameOf);
                model.addAttribute("stale", differences.between(answers, stored(now)));
                yield again(now, now.version(), answers, List.of(), HttpStatus.CONFLICT, staff, model, locale);
            }
        };
    }

    private ModelAndView again(
            Host host,
            long version,
            HoursAnswers answers,
            List<FieldProblem> problems,
            HttpStatus status,
            Staff staff,
            Model model,
            Locale locale) {
        String view = form(host, version, answers, problems, staff, model, locale);
        return new ModelAndView(view, model.asMap(), status);
    }

    private String form(
            Host host,
            long version,
            HoursAnswers answers,
            List<FieldProblem> problems,
            Staff staff,
            Model model,
            Locale locale) {
        model.addAttribute("host", host);
        model.addAttribute("version", version);
        model.addAttribute("hosting", answers.hosting());
        Map<String, String> values = HoursTexts.fields(answers);
        model.addAttribute("values", values);
        model.addAttribute("problems", SettingTexts.withLabels(problems, messages, locale));
        model.addAttribute("wrong", SettingTexts.byField(problems));
        model.addAttribute("days", DayOfWeek.values());
        model.addAttribute("dateRows", SettingTexts.rows(values, "dates", FREE_ROWS));
        model.addAttribute("leaveRows", SettingTexts.rows(values, "leaves", 1));
        model.addAttribute("colleagues", colleagues(host));
        model.addAttribute("administrator", staff.has(StaffRole.ADMINISTRATOR));
        return "booking/hours";
    }

    private String nameOf(String id) {
        return hosts.all().stream()
                .filter(host -> host.id().toString().equals(id))
                .map(Host::name)
                .findFirst()
                .orElse(id);
    }

    private HoursAnswers stored(Host host) {
        return HoursTexts.answers(host, host.dateOf(clock.instant()), HoursTexts::onTwelveHours);
    }

    private List<Option> colleagues(Host host) {
        return HoursRules.colleagues(host, hosts.all()).stream()
                .map(other -> Option.of(other.id().toString(), other.name()))
                .toList();
    }

    private Host host(Staff staff, UUID id) {
        HostAccess.check(staff, new HostId(id));
        return hosts.find(new HostId(id)).orElseThrow(RefusedRequest::notFound);
    }

    private Row row(Host host) {
        boolean away = host.hours().leaveOn(host.dateOf(clock.instant())).isPresent();
        String state = away ? "away" : host.hosting() ? "hosting" : "not-hosting";
        return new Row(host.id().toString(), host.name(), host.role().name(), state, week(host));
    }

    private static String week(Host host) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> host.hours().week().stream().anyMatch(span -> span.day() == day))
                .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.US))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    /** @param days of the week with hours */
    record Row(String id, String name, String role, String state, String days) {}
}
