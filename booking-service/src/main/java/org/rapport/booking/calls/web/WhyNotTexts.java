package org.rapport.booking.calls.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.Explanation;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.hosts.domain.CallTerms;
import org.rapport.booking.hosts.domain.DayPlan;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HoursText;
import org.rapport.web.Times;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The rules of openings in words for staff, with the numbers and names that count here. */
@Component
final class WhyNotTexts {

    private final MessageSource messages;
    private final Times times;

    WhyNotTexts(MessageSource messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    List<RuleLine> lines(Explanation why, Locale locale) {
        return why.rules().stream()
                .map(asked -> new RuleLine(asked.rule().code(), asked.answer().name(), text(asked.rule(), why, locale)))
                .toList();
    }

    private String text(NotOpen rule, Explanation why, Locale locale) {
        Host host = why.schedule().host();
        CallTerms terms = host.terms();
        Object[] arguments = switch (rule) {
            case UNKNOWN_HOST, IN_THE_PAST, CALENDAR_UNREADABLE, BUSY_IN_OWN_CALENDAR, TAKEN -> new Object[] {};
            case NOT_HOSTING -> new Object[] {host.name()};
            case TOO_SOON -> new Object[] {length(terms.minimumNotice(), locale)};
            case TOO_FAR_AHEAD -> new Object[] {length(terms.horizon(), locale)};
            case OFF_GRID -> new Object[] {terms.grid().toMinutes()};
            case ON_LEAVE, HOLIDAY -> new Object[] {detail(rule, why)};
            case OUTSIDE_HOURS_OF_DATE, OUTSIDE_HOURS -> new Object[] {hours(why.plan(), locale)};
            case DAY_FULL -> new Object[] {limit(terms.perDay(), locale)};
            case WEEK_FULL -> new Object[] {limit(terms.perWeek(), locale)};
        };
        return messages.getMessage("booking.why.rule." + rule.code(), arguments, locale);
    }

    private String detail(NotOpen rule, Explanation why) {
        return switch (why.plan()) {
            case DayPlan.Away away
            when rule == NotOpen.ON_LEAVE ->
                ": " + times.date(away.leave().first()) + " - "
                        + times.date(away.leave().firstDayBack().minusDays(1));
            case DayPlan.OnHoliday closed
            when rule == NotOpen.HOLIDAY -> ": " + closed.holiday().name();
            default -> "";
        };
    }

    private String hours(DayPlan plan, Locale locale) {
        return plan.spans().isEmpty()
                ? messages.getMessage("booking.why.closed", null, locale)
                : HoursText.written(plan.spans());
    }

    private String limit(@Nullable Integer most, Locale locale) {
        return most == null ? messages.getMessage("booking.why.no-limit", null, locale) : most.toString();
    }

    private String length(Duration length, Locale locale) {
        boolean days = length.toMinutes() % Duration.ofDays(1).toMinutes() == 0 && !length.isZero();
        boolean hours = length.toMinutes() % Duration.ofHours(1).toMinutes() == 0;
        String unit = days ? "days" : hours ? "hours" : "minutes";
        long count = days ? length.toDays() : hours ? length.toHours() : length.toMinutes();
        return messages.getMessage("booking.why." + unit, new Object[] {count}, locale);
    }

    /** @param answer KEPT, BROKEN or NOT_ASKED */
    record RuleLine(String code, String answer, String text) {}
}
