package org.rapport.notification.consents.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.contracts.ClientLink;
import org.rapport.notification.consents.application.KeptConsents;
import org.rapport.notification.consents.domain.Choices.Choice;
import org.rapport.notification.messages.application.Sender;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Contact;
import org.rapport.notification.messages.domain.Purpose;
import org.rapport.web.FieldProblem;
import org.rapport.web.LinkVerdict;
import org.rapport.web.Option;
import org.rapport.web.RefusedRequest;
import org.rapport.web.SignedLinks;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "How we may reach you": a person's own page, by a signed link that stands in every mail to them. */
@Controller
@RequestMapping("/preferences/{token}")
public class PreferencePages {
    private static final List<String> LANGUAGES = List.of("en", "es");
    private static final Set<String> CONTINENTS =
            Set.of("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific");
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> CONTINENTS.contains(zone.split("/", 2)[0]) && zone.contains("/"))
            .sorted()
            .toList();

    private final KeptConsents consents;
    private final Clients clients;
    private final SignedLinks links;
    private final Sender sender;
    private final MessageSource messages;
    private final Clock clock;

    public PreferencePages(
            KeptConsents consents,
            Clients clients,
            SignedLinks links,
            Sender sender,
            MessageSource messages,
            Clock clock) {
        this.consents = consents;
        this.clients = clients;
        this.links = links;
        this.sender = sender;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String token,
            @RequestParam(required = false) Optional<String> saved,
            Model model,
            Locale locale) {
        UUID inquiry = inquiry(token);
        Contact known = contact(inquiry);
        model.addAttribute("saved", saved.isPresent());
        return page(token, known, Form.of(consents.choice(inquiry, known)), List.of(), model, locale);
    }

    @PostMapping
    ModelAndView choose(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            Locale locale) {
        UUID inquiry = inquiry(token);
        Contact known = contact(inquiry);
        Form form = Form.of(fields);
        List<FieldProblem> problems = problems(form, known, locale);
        if (!problems.isEmpty()) {
            model.addAttribute("saved", false);
            return page(token, known, form, problems, model, locale);
        }
        consents.choose(inquiry, form.toChoice(clock));
        return new ModelAndView("redirect:/preferences/" + token + "?saved=yes");
    }

    /** What stands in the fields, right or wrong. */
    record Form(Map<Purpose, List<String>> channels, String language, String zone) {
        static Form of(Choice choice) {
            Map<Purpose, List<String>> channels = new EnumMap<>(Purpose.class);
            choice.channels()
                    .forEach((purpose, chosen) -> channels.put(
                            purpose, chosen.stream().map(Channel::name).toList()));
            return new Form(
                    channels, choice.language().getLanguage(), choice.zone().getId());
        }

        static Form of(MultiValueMap<String, String> fields) {
            Map<Purpose, List<String>> channels = new EnumMap<>(Purpose.class);
            for (Purpose purpose : Purpose.values()) {
                channels.put(purpose, List.copyOf(fields.getOrDefault(purpose.name(), List.of())));
            }
            return new Form(channels, first(fields, "language"), first(fields, "zone"));
        }

        private static String first(MultiValueMap<String, String> fields, String name) {
            return fields.getOrDefault(name, List.of("")).getFirst();
        }

        public List<String> chosen(Purpose purpose) {
            return channels.getOrDefault(purpose, List.of());
        }

        Choice toChoice(Clock clock) {
            Map<Purpose, Set<Channel>> chosen = new EnumMap<>(Purpose.class);
            channels.forEach((purpose, names) ->
                    chosen.put(purpose, names.stream().map(Channel::valueOf).collect(Collectors.toSet())));
            return new Choice(chosen, Locale.of(language), ZoneId.of(zone), clock.instant());
        }
    }

    private List<FieldProblem> problems(Form form, Contact known, Locale locale) {
        List<FieldProblem> problems = new ArrayList<>();
        List<String> possible = possible(known).map(Channel::name).toList();
        for (Purpose purpose : Purpose.values()) {
            if (!possible.containsAll(form.chosen(purpose))) {
                problems.add(problem(purpose.name(), "channel", locale));
            }
        }
        if (!LANGUAGES.contains(form.language())) {
            problems.add(problem("language", "language", locale));
        }
        if (!ZONES.contains(form.zone())) {
            problems.add(problem("zone", "zone", locale));
        }
        return problems;
    }

    private FieldProblem problem(String field, String code, Locale locale) {
        return new FieldProblem(field, text("notification.preferences.wrong." + code, locale));
    }

    private static Stream<Channel> possible(Contact known) {
        return Stream.of(Channel.values())
                .filter(channel -> known.address(channel).isPresent());
    }

    private ModelAndView page(
            String token, Contact known, Form form, List<FieldProblem> problems, Model model, Locale locale) {
        Map<String, String> wrong = new HashMap<>();
        problems.forEach(problem -> wrong.putIfAbsent(problem.field(), problem.message()));
        model.addAttribute("token", token);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("wrong", wrong);
        model.addAttribute("purposes", Purpose.values());
        model.addAttribute("closed", consents.closed(known));
        model.addAttribute("textNumber", sender.smsFrom());
        model.addAttribute(
                "channels",
                possible(known)
                        .map(channel ->
                                Option.of(channel.name(), text("notification.preferences.channel." + channel, locale)))
                        .toList());
        model.addAttribute("languages", List.of(Option.of("en", "English"), Option.of("es", "Español")));
        model.addAttribute(
                "zones",
                ZONES.stream()
                        .map(zone -> Option.of(zone, zone.replace('_', ' ')))
                        .toList());
        return new ModelAndView(
                "notification/preferences",
                model.asMap(),
                problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Contact contact(UUID inquiry) {
        return clients.find(inquiry).orElseThrow(PreferencePages::unknown);
    }

    private UUID inquiry(String token) {
        return switch (links.verify(token, ClientLink.PREFERENCES.purpose(), clock.instant())) {
            case LinkVerdict.Valid valid -> UUID.fromString(valid.subject());
            case LinkVerdict.Expired _ -> throw new RefusedRequest(HttpStatus.GONE, "link-expired");
            case LinkVerdict.Invalid _ -> throw unknown();
        };
    }

    private static RefusedRequest unknown() {
        return new RefusedRequest(HttpStatus.NOT_FOUND, "unknown-link");
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
