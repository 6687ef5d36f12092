package org.rapport.booking.hosts.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rapport.booking.hosts.application.ChangePractice;
import org.rapport.booking.hosts.application.ChangePracticeHandler;
import org.rapport.booking.hosts.application.PracticeDecision;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.PracticeAnswers;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.booking.hosts.domain.Practices;
import org.rapport.web.FieldProblem;
import org.rapport.web.Option;
import org.rapport.web.Practice;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Administrators set holidays and call types. */
@Controller
@RequestMapping("/staff/hours/practice")
class PracticePages {

    private static final int FREE_ROWS = 3;

    private final Practices practices;
    private final ChangePracticeHandler changePractice;
    private final Practice practice;
    private final MessageSource messages;
    private final Clock clock;

    PracticePages(
            Practices practices,
            ChangePracticeHandler changePractice,
            Practice practice,
            MessageSource messages,
            Clock clock) {
        this.practices = practices;
        this.changePractice = changePractice;
        this.practice = practice;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String settings(Model model, Locale locale) {
        PracticeSettings settings = practices.current();
        return form(settings.version(), stored(settings), List.of(), model, locale);
    }

    @PostMapping
    ModelAndView change(
            @RequestParam long version, @RequestParam Map<String, String> form, Model model, Locale locale) {
        PracticeAnswers answers = PracticeTexts.read(form);
        return switch (changePractice.handle(new ChangePractice(version, answers, practice.zone()))) {
            case PracticeDecision.Changed _ -> new ModelAndView("redirect:/staff/hours/practice?saved");
            case PracticeDecision.Rejected(var faults) -> {
                List<FieldProblem> problems = SettingTexts.problems(faults, messages, locale);
                String view = form(version, answers, problems, model, locale);
                yield new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case PracticeDecision.Stale(PracticeSettings now) -> {
                model.addAttribute("stored", now);
                String view = form(now.version(), answers, List.of(), model, locale);
                yield new ModelAndView(view, model.asMap(), HttpStatus.CONFLICT);
            }
        };
    }

    private PracticeAnswers stored(PracticeSettings settings) {
        return PracticeTexts.answers(settings, LocalDate.now(clock.withZone(practice.zone())));
    }

    private String form(
            long version, PracticeAnswers answers, List<FieldProblem> problems, Model model, Locale locale) {
        model.addAttribute("version", version);
        Map<String, String> values = PracticeTexts.fields(answers);
        model.addAttribute("values", values);
        model.addAttribute("problems", SettingTexts.withLabels(problems, messages, locale));
        model.addAttribute("wrong", SettingTexts.byField(problems));
        model.addAttribute("holidayRows", SettingTexts.rows(values, "holidays", FREE_ROWS));
        model.addAttribute("typeRows", SettingTexts.rows(values, "callTypes", 1));
        model.addAttribute(
                "roles",
                Arrays.stream(HostRole.values())
                        .map(role ->
                                Option.of(role.name(), messages.getMessage("booking.hours.role." + role, null, locale)))
                        .toList());
        return "booking/practice";
    }
}
