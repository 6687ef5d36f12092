package org.rapport.web.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.web.FieldProblem;
import org.rapport.web.Option;
import org.rapport.web.Staff;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class SamplePages {
    record Person(
            @NotBlank String name,
            @Email @NotBlank String email,
            @Size(max = 20) @Nullable String note,
            @NotBlank String path,
            @Nullable List<String> channels,
            @Nullable String zone,
            @AssertTrue boolean consent,
            @Nullable Integer number) {
        static Person empty() {
            return new Person("", "", "", "", List.of("EMAIL"), "America/Chicago", false, null);
        }
    }

    record Bar(String label, int points, int of) {}

    record Entry(String when, String what, @Nullable String detail) {}

    record Tab(String href, String label, int count, boolean current) {}

    @GetMapping("/")
    String start() {
        return "redirect:/sample/times";
    }

    @GetMapping("/sample/times")
    String times(Model model) {
        model.addAttribute("start", Instant.parse("2026-11-24T21:00:00Z"));
        model.addAttribute("zone", ZoneId.of("America/Chicago"));
        model.addAttribute("other", ZoneId.of("Europe/Madrid"));
        model.addAttribute("date", LocalDate.parse("2026-11-24"));
        return "sample/times";
    }

    @GetMapping("/sample/person")
    String person(Model model) {
        model.addAttribute("person", Person.empty());
        return form(model);
    }

    @PostMapping("/sample/person")
    String save(@Valid @ModelAttribute("person") Person person, BindingResult errors, Model model) {
        return errors.hasErrors() ? form(model) : "redirect:/sample/times";
    }

    @GetMapping("/sample/faults/{kind}")
    String fault(@PathVariable("kind") String kind) {
        throw new IllegalStateException("secret of Mrs Jones " + kind);
    }

    @GetMapping("/sample/question")
    String question(Model model) {
        model.addAttribute("problems", List.of(new FieldProblem("phq9-1", "Choose an answer.")));
        model.addAttribute(
                "options",
                List.of(
                        Option.of("0", "Not at all"),
                        Option.of("1", "Several days"),
                        Option.of("2", "More than half the days"),
                        Option.of("3", "Nearly every day")));
        return "sample/question";
    }

    @GetMapping("/staff/queue")
    String queue(Staff staff, Model model) {
        model.addAttribute(
                "tabs",
                List.of(new Tab("?state=new", "New", 3, true), new Tab("?state=offered", "Offered", 12, false)));
        model.addAttribute(
                "bars", List.of(new Bar("Concerns", 24, 30), new Bar("Insurance", 20, 20), new Bar("Times", 5, 15)));
        model.addAttribute(
                "entries",
                List.of(
                        new Entry("Tue 24 Nov, 3:00 PM", "Call booked", null),
                        new Entry("Tue 24 Nov, 4:00 PM", "Intake received", "PHQ-9 14, moderate")));
        return "sample/queue";
    }

    @GetMapping("/staff/offers")
    String offers(Staff staff, Model model) {
        return queue(staff, model);
    }

    private static String form(Model model) {
        model.addAttribute(
                "paths",
                List.of(
                        new Option("CALL", "Talk to someone first", "A free call of 15 minutes"),
                        Option.of("QUESTIONNAIRE", "Start the questionnaire")));
        model.addAttribute("channels", List.of(Option.of("EMAIL", "Email"), Option.of("SMS", "Text message")));
        model.addAttribute(
                "zones",
                List.of(Option.of("America/Chicago", "Chicago time"), Option.of("America/New_York", "New York time")));
        model.addAttribute("until", Instant.parse("2099-01-01T00:00:00Z"));
        return "sample/person";
    }
}
