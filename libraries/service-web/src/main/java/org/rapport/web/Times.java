package org.rapport.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Times as people read them, in templates as {@code @times}, inside attributes as {@code when}. Without a locale it speaks the language of the page. */
public final class Times {
    private final MessageSource messages;

    Times(MessageSource messages) {
        this.messages = messages;
    }

    /** "Tue 24 Nov, 3:00 PM, Chicago time". */
    public String full(Instant instant, ZoneId zone) {
        return full(instant, zone, locale());
    }

    public String full(Instant instant, ZoneId zone, Locale locale) {
        return day(instant, zone, locale) + ", " + clock(instant, zone, locale) + ", " + zoneName(zone, locale);
    }

    /** As {@link #full}, followed by the practice's own time when its clocks show another: "… (2:00 PM, Chicago time)". */
    public String both(Instant instant, ZoneId zone, ZoneId other) {
        return both(instant, zone, other, locale());
    }

    public String both(Instant instant, ZoneId zone, ZoneId other, Locale locale) {
        ZonedDateTime there = instant.atZone(other);
        String full = full(instant, zone, locale);
        if (there.getOffset().equals(instant.atZone(zone).getOffset())) {
            return full;
        }
        boolean sameDay = there.toLocalDate().equals(instant.atZone(zone).toLocalDate());
        String time = clock(instant, other, locale) + ", " + zoneName(other, locale);
        return full + " (" + (sameDay ? time : day(instant, other, locale) + ", " + time) + ")";
    }

    /** "Tue 24 Nov". */
    public String day(Instant instant, ZoneId zone) {
        return day(instant, zone, locale());
    }

    private static String day(Instant instant, ZoneId zone, Locale locale) {
        return format("EEE d MMM", locale).format(instant.atZone(zone)).replace(".", "");
    }

    /** "Tuesday 24 November". */
    public String longDay(LocalDate date) {
        return format(locale().getLanguage().equals("es") ? "EEEE d 'de' MMMM" : "EEEE d MMMM", locale())
                .format(date);
    }

    /** "24 Nov 2026", for licences and leave. */
    public String date(LocalDate date) {
        return format("d MMM uuuu", locale()).format(date).replace(".", "");
    }

    /** "3:00 PM". */
    public String time(Instant instant, ZoneId zone) {
        return clock(instant, zone, locale());
    }

    /** "Chicago time". */
    public String zoneName(ZoneId zone) {
        return zoneName(zone, locale());
    }

    public String zoneName(ZoneId zone, Locale locale) {
        if (zone.normalized() instanceof ZoneOffset offset) {
            return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
        }
        String city = zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
        return messages.getMessage("web.zone", new Object[] {city}, locale);
    }

    /** "3 h 5 min", "2 d 4 h", "less than a minute"; a negative span is told as its length. */
    public String span(Duration span) {
        Duration length = span.abs();
        long days = length.toDays();
        int hours = length.toHoursPart();
        int minutes = length.toMinutesPart();
        if (days > 0) {
            return days + " d" + (hours > 0 ? " " + hours + " h" : "");
        }
        if (hours > 0) {
            return hours + " h" + (minutes > 0 ? " " + minutes + " min" : "");
        }
        return minutes > 0 ? minutes + " min" : messages.getMessage("web.under-a-minute", null, locale());
    }

    private static String clock(Instant instant, ZoneId zone, Locale locale) {
        ZonedDateTime local = instant.atZone(zone);
        // Java's locale data put narrow no-break spaces here, which not every mail reader knows.
        String time =
                format("h:mm a", locale).format(local).replace('\u202f', ' ').replace('\u00a0', ' ');
        boolean twice = zone.getRules().getValidOffsets(local.toLocalDateTime()).size() > 1;
        return twice ? time + " " + format("zzz", locale).format(local) : time;
    }

    private static DateTimeFormatter format(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
