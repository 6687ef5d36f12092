package org.rapport.booking.waiting.web;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.booking.hosts.domain.Practices;
import org.rapport.booking.waiting.domain.PartOfDay;
import org.rapport.booking.waiting.domain.TimeWish;
import org.rapport.booking.waiting.domain.WishFault;
import org.rapport.booking.waiting.domain.WishRules;
import org.rapport.web.FieldProblem;
import org.rapport.web.Option;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What can be waited for, and what somebody waits for, in the language of the page. */
@Component
final class WishTexts {

    private final Hosts hosts;
    private final Practices practices;
    private final MessageSource messages;

    WishTexts(Hosts hosts, Practices practices, MessageSource messages) {
        this.hosts = hosts;
        this.practices = practices;
        this.messages = messages;
    }

    /** Any coordinator first, then the coordinators, then the therapists; each with how long the call takes. */
    List<Option> hosts(Locale locale) {
        PracticeSettings practice = practices.current();
        List<Option> options = new ArrayList<>();
        long minutes = practice.offeredBy(HostRole.COORDINATOR).length().toMinutes();
        options.add(Option.of(
                WishRules.ANY_COORDINATOR,
                text("booking.wait.host.minutes", locale, text("booking.times.any", locale), minutes)));
        for (HostRole role : HostRole.values()) {
            long length = practice.offeredBy(role).length().toMinutes();
            hosts.in(role).stream()
                    .filter(Host::hosting)
                    .sorted(Comparator.comparing(Host::name))
                    .map(host -> Option.of(
                            host.id().toString(), text("booking.wait.host.minutes", locale, host.name(), length)))
                    .forEach(options::add);
        }
        return options;
    }

    List<Option> weekdays(Locale locale) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> Option.of(day.name(), day.getDisplayName(TextStyle.FULL, locale)))
                .toList();
    }

    List<Option> parts(Locale locale) {
        return Arrays.stream(PartOfDay.values())
                .map(part -> Option.of(part.name(), text("booking.wait.part." + part, locale)))
                .toList();
    }

    String host(TimeWish wish, Locale locale) {
        HostId host = wish.host();
        return host == null ? text("booking.times.any", locale) : hosts.name(host);
    }

    /** For example "Monday, Tuesday; in the morning", or that every time suits. */
    String times(TimeWish wish, Locale locale) {
        String days = wish.weekdays().stream()
                .sorted()
                .map(day -> day.getDisplayName(TextStyle.FULL, locale))
                .collect(Collectors.joining(", "));
        String parts = wish.parts().stream()
                .sorted()
                .map(part -> text("booking.wait.part." + part, locale))
                .collect(Collectors.joining(", "));
        if (days.isEmpty() && parts.isEmpty()) {
            return text("booking.wait.every-time", locale);
        }
        return days.isEmpty() || parts.isEmpty() ? days + parts : days + "; " + parts;
    }

    List<FieldProblem> problems(List<WishFault> faults, Locale locale) {
        return faults.stream()
                .map(fault -> new FieldProblem(
                        fault.field(), text("booking.wait.fault." + fault.code(), locale, WishRules.MOST_DAYS)))
                .toList();
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
