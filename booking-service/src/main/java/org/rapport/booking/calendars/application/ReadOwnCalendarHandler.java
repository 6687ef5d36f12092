package org.rapport.booking.calendars.application;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapport.booking.calendars.application.CalendarFiles.Answer;
import org.rapport.booking.calendars.application.CalendarTimes.Frame;
import org.rapport.booking.calendars.application.CalendarTimes.Reading;
import org.rapport.booking.calendars.domain.LastRead;
import org.rapport.booking.calendars.domain.OwnCalendar;
import org.rapport.booking.calendars.domain.OwnCalendar.Source;
import org.rapport.booking.calendars.domain.OwnCalendars;
import org.rapport.booking.calendars.domain.ReadFault;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.HoursRules;
import org.rapport.booking.hosts.domain.Interval;

/**
 * Reads a host's own calendar.
 *
 * <ol>
 *   <li>Fetch the file; ask for changes only, if what was read last reaches far enough ahead and was read in the host's zone.
 *   <li>Understand it, without the host's calls here: they may stand in that calendar too, and claim their times already.
 *   <li>One write: what was read or that it failed, in whatever way, when to read again, and what the host must be told.
 *   <li>If somebody wrote meanwhile, they set another calendar or read it themselves, and this reading is dropped.
 * </ol>
 */
public final class ReadOwnCalendarHandler {

    private static final Duration NEEDED_AHEAD = Duration.ofDays(HoursRules.MOST_DAYS_AHEAD + 2L);

    /** Looked this much further, so that a file need not be fetched whole only because time goes on. */
    private static final Duration SPARE = Duration.ofDays(7);

    private static final Duration BACK = Duration.ofDays(1);

    private static final Logger log = System.getLogger(ReadOwnCalendarHandler.class.getName());

    private final OwnCalendars calendars;
    private final Hosts hosts;
    private final Calls calls;
    private final CalendarFiles files;
    private final CalendarTimes times;
    private final CalendarDiaries diaries;
    private final Duration pause;
    private final Clock clock;

    /** @param pause between two readings */
    public ReadOwnCalendarHandler(
            OwnCalendars calendars,
            Hosts hosts,
            Calls calls,
            CalendarFiles files,
            CalendarTimes times,
            CalendarDiaries diaries,
            Duration pause,
            Clock clock) {
        this.calendars = calendars;
        this.hosts = hosts;
        this.calls = calls;
        this.files = files;
        this.times = times;
        this.diaries = diaries;
        this.pause = pause;
        this.clock = clock;
    }

    public void handle(HostId id) {
        Optional<OwnCalendar> calendar = calendars.find(id);
        Optional<Source> source = calendar.flatMap(own -> Optional.ofNullable(own.source()));
        if (calendar.isPresent() && source.isPresent()) {
            Host host = hosts.find(id).orElseThrow();
            OwnCalendar.Change change = read(calendar.get(), source.get(), host);
            calendars.save(change.calendar(), change.events());
            diaries.changed(id);
        }
    }

    private OwnCalendar.Change read(OwnCalendar calendar, Source source, Host host) {
        Instant needed = clock.instant().plus(NEEDED_AHEAD);
        Optional<LastRead> known =
                Optional.ofNullable(calendar.lastRead()).filter(before -> before.covers(host.zone(), needed));
        Answer answer = fetch(host, source, known);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (answer) {
            case Answer.Failed failed -> calendar.failed(failed.fault(), now, pause);
            case Answer.Unchanged _ -> calendar.unchanged(Objects.requireNonNull(calendar.lastRead()), now, pause);
            case Answer.File file -> understood(calendar, host, file, now);
        };
    }

    /** A fault of ours that some file or server brings to light is an outage like any other: the host has to know. */
    private Answer fetch(Host host, Source source, Optional<LastRead> known) {
        try {
            return files.fetch(source.address(), known);
        } catch (RuntimeException unforeseen) {
            note(host, "fetched", unforeseen);
            return new Answer.Failed(ReadFault.UNREACHABLE);
        }
    }

    private Reading understand(Host host, Answer.File file, Frame frame) {
        try {
            return times.read(file.text(), frame);
        } catch (RuntimeException unforeseen) {
            note(host, "understood", unforeseen);
            return new Reading.Failed(ReadFault.NOT_A_CALENDAR);
        }
    }

    /** Without the exception's text, which may quote the address or the file. */
    private static void note(Host host, String what, RuntimeException fault) {
        log.log(
                Level.ERROR,
                "the own calendar of {0} could not be {1}, by a fault of ours: {2}",
                host.id(),
                what,
                fault.getClass().getName());
    }

    private OwnCalendar.Change understood(OwnCalendar calendar, Host host, Answer.File file, Instant now) {
        Interval window = new Interval(now.minus(BACK), now.plus(NEEDED_AHEAD).plus(SPARE));
        Set<UUID> ownCalls = calls.told(host.id(), window).stream()
                .map(call -> call.id().value())
                .collect(Collectors.toSet());
        return switch (understand(host, file, new Frame(host.zone(), window, ownCalls))) {
            case Reading.Failed failed -> calendar.failed(failed.fault(), now, pause);
            case Reading.Busy(var busy, var unclear) ->
                calendar.read(
                        new LastRead(now, host.zone(), window.end(), busy, unclear, file.etag(), file.lastModified()),
                        pause);
        };
    }
}
