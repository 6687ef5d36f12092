package org.rapport.matching.referrals.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.ranking.domain.Reason;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.web.Practice;
import org.rapport.web.Times;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Turns codes, ids and times into the words of the page. Public methods are called by templates. */
final class Words {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*Z");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final MessageSource messages;
    private final Times times;
    private final Roster roster;
    private final ZoneId zone;

    Words(MessageSource messages, Times times, Roster roster, Practice practice) {
        this.messages = messages;
        this.times = times;
        this.roster = roster;
        this.zone = practice.zone();
    }

    /** The sentence of a key; codes, dates and therapists' ids among the arguments are put into words. */
    String say(String key, String... arguments) {
        Object[] spoken = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            spoken[i] = word(arguments[i]);
        }
        return text(key, spoken);
    }

    /** In the sentence {0} stands for all arguments in a row, {1} and on for each. */
    String reason(String kind, Reason reason) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(list(reason.arguments()));
        reason.arguments().forEach(argument -> arguments.add(word(argument)));
        return text("matching." + kind + "." + reason.code(), arguments.toArray());
    }

    public String list(List<String> codes) {
        return codes.isEmpty()
                ? text("matching.none")
                : codes.stream().map(this::word).collect(Collectors.joining(", "));
    }

    public String word(String code) {
        if (INSTANT.matcher(code).matches()) {
            return at(Instant.parse(code));
        }
        if (DATE.matcher(code).matches()) {
            return times.date(LocalDate.parse(code));
        }
        Optional<UUID> id = id(code);
        if (id.isPresent()) {
            return therapist(id.get());
        }
        return Optional.ofNullable(
                        messages.getMessage("matching.code." + code, null, null, LocaleContextHolder.getLocale()))
                .orElse(code);
    }

    static Optional<UUID> id(String code) {
        return ID.matcher(code).matches() ? Optional.of(UUID.fromString(code)) : Optional.empty();
    }

    String at(@Nullable Instant instant) {
        return instant == null ? "" : times.full(instant, zone);
    }

    String therapist(UUID id) {
        return roster.remembered(id).map(Therapist::name).orElseGet(() -> text("matching.somebody"));
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
