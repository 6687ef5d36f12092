package org.rapport.booking.inquiries.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.rapport.booking.inquiries.domain.PersonRules;
import org.rapport.web.Option;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What can be chosen in a form about a person, in the language of the page. */
@Component
public final class PersonChoices {

    /** Zones of the United States, by how many people live in them; every other place follows. */
    private static final List<String> NEAR = List.of(
            "America/Chicago",
            "America/New_York",
            "America/Denver",
            "America/Phoenix",
            "America/Los_Angeles",
            "America/Anchorage",
            "Pacific/Honolulu",
            "America/Detroit",
            "America/Indiana/Indianapolis",
            "America/Puerto_Rico");

    private static final List<String> CONTINENTS =
            List.of("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/");

    private final MessageSource messages;
    private final List<Option> zones = zones();

    public PersonChoices(MessageSource messages) {
        this.messages = messages;
    }

    public void addTo(Model model, Locale locale) {
        model.addAttribute("zones", zones);
        model.addAttribute("states", states(locale));
        model.addAttribute("languages", List.of(Option.of("en", "English"), Option.of("es", "Español")));
        model.addAttribute(
                "channelOptions",
                List.of(
                        Option.of("EMAIL", text("booking.person.channel.email", locale)),
                        Option.of("SMS", text("booking.person.channel.sms", locale))));
    }

    public List<Option> allZones() {
        return zones;
    }

    private List<Option> states(Locale locale) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", text("booking.person.state.choose", locale)));
        PersonRules.states().stream()
                .map(code -> Option.of(code, text("booking.state." + code, locale)))
                .sorted(Comparator.comparing(Option::label))
                .forEach(options::add);
        return options;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static List<Option> zones() {
        List<Option> options = new ArrayList<>();
        NEAR.forEach(zone -> options.add(Option.of(zone, zone.replace('_', ' '))));
        ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> CONTINENTS.stream().anyMatch(zone::startsWith) && !NEAR.contains(zone))
                .sorted()
                .forEach(zone -> options.add(Option.of(zone, zone.replace('_', ' '))));
        return List.copyOf(options);
    }
}
