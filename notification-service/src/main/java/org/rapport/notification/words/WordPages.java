package org.rapport.notification.words;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.messages.application.Letter;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.web.FieldProblem;
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

/** The words of every message: all of staff see them with sample data, administrators put the practice's own in their place. */
@Controller
@RequestMapping("/staff/messages/words")
class WordPages {
    private final OwnWords own;
    private final SampleLetters samples;
    private final MessageSource messages;

    WordPages(OwnWords own, SampleLetters samples, MessageSource messages) {
        this.own = own;
        this.samples = samples;
        this.messages = messages;
    }

    /** @param own whether the practice has words of its own */
    record Row(WordKey key, boolean own) {}

    @GetMapping
    String all(Model model) {
        Set<String> names = new HashSet<>(own.names());
        model.addAttribute(
                "rows",
                WordKey.all().stream()
                        .map(key -> new Row(key, names.contains(key.name())))
                        .toList());
        return "notification/words";
    }

    @GetMapping("/{name}")
    ModelAndView one(@PathVariable String name, Staff staff, Model model) {
        WordKey key = key(name);
        OwnWords.Found found = own.find(key);
        return page(key, holding(key, found), found, staff, List.of(), HttpStatus.OK, model);
    }

    @PostMapping("/{name}")
    ModelAndView change(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String text,
            @RequestParam long version,
            Staff staff,
            Model model,
            Locale locale) {
        WordKey key = key(name);
        // A form sends line ends of its own kind.
        String typed = text.replace("\r\n", "\n");
        List<FieldProblem> problems = samples.faults(key, typed).stream()
                .map(fault -> new FieldProblem(
                        "text",
                        messages.getMessage(
                                "notification.words.fault." + fault.code(), new Object[] {fault.about()}, locale)))
                .toList();
        if (!problems.isEmpty()) {
            return page(key, typed, own.find(key), staff, problems, HttpStatus.UNPROCESSABLE_CONTENT, model);
        }
        return kept(key, own.change(key, version, typed, staff.id()), typed, staff, model, locale);
    }

    @PostMapping("/{name}/shipped")
    ModelAndView ship(@PathVariable String name, @RequestParam long version, Staff staff, Model model, Locale locale) {
        WordKey key = key(name);
        return kept(key, own.change(key, version, null, staff.id()), Templates.shipped(key), staff, model, locale);
    }

    private ModelAndView kept(WordKey key, boolean kept, String typed, Staff staff, Model model, Locale locale) {
        if (kept) {
            return new ModelAndView("redirect:/staff/messages/words/" + key.name());
        }
        FieldProblem stale = new FieldProblem("text", messages.getMessage("notification.words.stale", null, locale));
        return page(key, typed, own.find(key), staff, List.of(stale), HttpStatus.CONFLICT, model);
    }

    private ModelAndView page(
            WordKey key,
            String text,
            OwnWords.Found found,
            Staff staff,
            List<FieldProblem> problems,
            HttpStatus status,
            Model model) {
        // What is wrong may not be possible to write; then what holds is shown.
        Letter sample = samples.write(key, problems.isEmpty() ? text : holding(key, found));
        model.addAttribute("key", key);
        model.addAttribute("text", text);
        model.addAttribute("version", found.version());
        model.addAttribute("own", found.text() != null);
        model.addAttribute("sample", sample);
        model.addAttribute("segments", key.channel() == Channel.SMS ? SmsLength.segments(sample.text()) : null);
        model.addAttribute(
                "variables", Variables.of(key.kind()).stream().sorted().toList());
        model.addAttribute("problems", problems);
        model.addAttribute(
                "wrong", problems.isEmpty() ? null : problems.getFirst().message());
        model.addAttribute("mayChange", staff.has(StaffRole.ADMINISTRATOR));
        return new ModelAndView("notification/word", model.asMap(), status);
    }

    private static String holding(WordKey key, OwnWords.Found found) {
        @Nullable String text = found.text();
        return text == null ? Templates.shipped(key) : text;
    }

    private static WordKey key(String name) {
        return WordKey.all().stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow(RefusedRequest::notFound);
    }
}
