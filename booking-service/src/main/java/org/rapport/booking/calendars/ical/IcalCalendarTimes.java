package org.rapport.booking.calendars.ical;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import org.rapport.booking.calendars.application.CalendarTimes;
import org.rapport.booking.calendars.domain.LastRead.Unclear;
import org.rapport.booking.calendars.domain.ReadFault;
import org.rapport.booking.hosts.domain.Interval;

/**
 * Understands calendars with ical4j.
 *
 * <ol>
 *   <li>Parse the file; keep the events and zones.
 *   <li>Leave out the practice's own calls, which their ids tell, and what takes no time: cancelled, or marked free.
 *   <li>Expand what repeats within the window. A start that has an event of its own counts as that event.
 *   <li>An event that cannot be understood is counted and passed over; a file that is no calendar, or costs too much, is not
 *       understood at all: half of it could be the half in which the host is free.
 *   <li>Join what overlaps.
 * </ol>
 */
public final class IcalCalendarTimes implements CalendarTimes {

    private static final long MOST_STARTS = 2_000_000;
    private static final int MOST_BUSY = 5_000;
    private static final Duration MOST_TIME = Duration.ofSeconds(5);

    /** An id of ours, as in feed and invites; what stands behind it is the sender's. */
    private static final Pattern OWN_UID = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:@.*)?");

    /** A large file takes some memory. */
    private final Semaphore room = new Semaphore(2);

    @Override
    public Reading read(String file, Frame frame) {
        room.acquireUninterruptibly();
        EntryCollector entries = new EntryCollector();
        try {
            String text = file.startsWith("\uFEFF") ? file.substring(1) : file;
            new CalendarParserImpl(true).parse(new UnfoldingReader(new StringReader(text), true), entries);
            return busy(entries, frame);
        } catch (TooMuch tooMuch) {
            return new Reading.Failed(ReadFault.TOO_MUCH);
        } catch (IOException | ParserException | RuntimeException | StackOverflowError notUnderstood) {
            return new Reading.Failed(entries.isOverfull() ? ReadFault.TOO_MUCH : ReadFault.NOT_A_CALENDAR);
        } finally {
            room.release();
        }
    }

    private static Reading busy(EntryCollector entries, Frame frame) {
        Work work = new Work(MOST_STARTS, MOST_TIME);
        ZoneRules home = frame.zone().getRules();
        FileZones zones = new FileZones(entries.zones(), home, frame.window(), work);
        Occurrences occurrences = new Occurrences(zones, home, frame.window(), work);
        List<Entry> others = entries.events().stream()
                .filter(event -> !isOwn(event, frame.ownCalls()))
                .toList();
        Map<String, List<Entry.Value>> replaced = replaced(others);
        List<Interval> busy = new ArrayList<>();
        int unknownZones = 0;
        int unreadable = 0;
        for (Entry event : others) {
            if (!takesTime(event)) {
                continue;
            }
            try {
                List<Interval> times = occurrences.of(
                        event,
                        event.has("RECURRENCE-ID") ? List.of() : replaced.getOrDefault(event.text("UID"), List.of()));
                busy.addAll(times);
                String zone = event.value("DTSTART").orElseThrow().zone();
                unknownZones += !times.isEmpty() && zones.isUnknown(zone) ? 1 : 0;
            } catch (TooMuch tooMuch) {
                throw tooMuch;
            } catch (RuntimeException notUnderstood) {
                unreadable++;
            }
        }
        List<Interval> joined = joined(busy);
        return joined.size() > MOST_BUSY
                ? new Reading.Failed(ReadFault.TOO_MUCH)
                : new Reading.Busy(joined, new Unclear(unknownZones, unreadable));
    }

    private static boolean isOwn(Entry event, Set<UUID> ownCalls) {
        Matcher uid = OWN_UID.matcher(event.text("UID").strip());
        return uid.matches() && ownCalls.contains(UUID.fromString(uid.group(1)));
    }

    private static boolean takesTime(Entry event) {
        return !event.says("STATUS", "CANCELLED")
                && !event.says("TRANSP", "TRANSPARENT")
                && !event.says("X-MICROSOFT-CDO-BUSYSTATUS", "FREE");
    }

    /** By the id of what repeats: the starts that were moved, changed or called off one by one. */
    private static Map<String, List<Entry.Value>> replaced(List<Entry> events) {
        Map<String, List<Entry.Value>> replaced = new HashMap<>();
        for (Entry event : events) {
            event.value("RECURRENCE-ID")
                    .ifPresent(start -> replaced.computeIfAbsent(event.text("UID"), _ -> new ArrayList<>())
                            .add(start));
        }
        return replaced;
    }

    private static List<Interval> joined(List<Interval> busy) {
        List<Interval> joined = new ArrayList<>();
        for (Interval next :
                busy.stream().sorted(Comparator.comparing(Interval::start)).toList()) {
            Interval before = joined.isEmpty() ? null : joined.getLast();
            if (before == null || before.end().isBefore(next.start())) {
                joined.add(next);
            } else if (before.end().isBefore(next.end())) {
                joined.set(joined.size() - 1, new Interval(before.start(), next.end()));
            }
        }
        return joined;
    }
}
