package org.rapport.booking.calendars.application;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calendars.domain.CalendarAddress;
import org.rapport.booking.calendars.domain.CalendarFault;
import org.rapport.booking.calendars.domain.CalendarFault.Kind;
import org.rapport.booking.calendars.domain.OwnCalendar;
import org.rapport.booking.calendars.domain.OwnCalendar.Source;
import org.rapport.booking.calendars.domain.OwnCalendars;
import org.rapport.booking.calendars.domain.TrustedHosts;
import org.rapport.booking.calendars.domain.WhenUnreadable;
import org.rapport.booking.hosts.domain.HostId;

/** Sets a host's own calendar, or gives it up. Calls that are booked stay, whatever it says. */
public final class SetOwnCalendarHandler {

    /** How many hours a host may let old readings count. */
    public static final List<Integer> STALE_AFTER_HOURS = List.of(1, 4, 12, 24, 72);

    public static final int USUAL_HOURS = 24;

    private final OwnCalendars calendars;
    private final CalendarDiaries diaries;
    private final TrustedHosts trusted;
    private final Clock clock;

    public SetOwnCalendarHandler(OwnCalendars calendars, CalendarDiaries diaries, TrustedHosts trusted, Clock clock) {
        this.calendars = calendars;
        this.diaries = diaries;
        this.trusted = trusted;
        this.clock = clock;
    }

    public OwnCalendarDecision handle(SetOwnCalendar command) {
        List<CalendarFault> faults = new ArrayList<>();
        Optional<CalendarAddress> address = address(command, faults);
        Optional<Integer> hours = STALE_AFTER_HOURS.stream()
                .filter(choice -> choice.toString().equals(command.staleAfterHours()))
                .findFirst();
        if (hours.isEmpty()) {
            faults.add(new CalendarFault("staleAfterHours", Kind.STALE_AFTER_UNKNOWN));
        }
        Optional<WhenUnreadable> then = Arrays.stream(WhenUnreadable.values())
                .filter(choice -> choice.name().equals(command.whenUnreadable()))
                .findFirst();
        if (then.isEmpty()) {
            faults.add(new CalendarFault("whenUnreadable", Kind.WHEN_UNREADABLE_UNKNOWN));
        }
        if (address.isEmpty() || hours.isEmpty() || then.isEmpty()) {
            return new OwnCalendarDecision.Rejected(faults);
        }
        Source source = new Source(address.get(), Duration.ofHours(hours.get()), then.get());
        return changed(calendars.change(
                command.host(), calendar -> calendar.set(source, clock.instant().truncatedTo(ChronoUnit.MILLIS))));
    }

    public void stop(HostId host) {
        changed(calendars.change(host, OwnCalendar::stop));
    }

    private OwnCalendarDecision changed(OwnCalendar calendar) {
        diaries.changed(calendar.host());
        return new OwnCalendarDecision.Changed(calendar);
    }

    private Optional<CalendarAddress> address(SetOwnCalendar command, List<CalendarFault> faults) {
        String typed = trimmed(command.address());
        if (typed.isEmpty()) {
            Optional<CalendarAddress> stored = calendars
                    .find(command.host())
                    .flatMap(calendar -> Optional.ofNullable(calendar.source()))
                    .map(Source::address);
            if (stored.isEmpty()) {
                faults.add(new CalendarFault("address", Kind.ADDRESS_MISSING));
            }
            return stored;
        }
        return switch (CalendarAddress.read(typed, trusted)) {
            case CalendarAddress.Reading.Good(CalendarAddress address) -> Optional.of(address);
            case CalendarAddress.Reading.Faulty(Kind kind) -> {
                faults.add(new CalendarFault("address", kind));
                yield Optional.empty();
            }
        };
    }

    private static String trimmed(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
