package org.rapport.booking.calendars.ical;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.fortuna.ical4j.data.ContentHandler;

/**
 * Keeps of what ical4j's parser reads the events and zones, and of these what says when they are: the rest of a person's
 * calendar is none of our business, and what is faulty there is no reason not to read it.
 */
final class EntryCollector implements ContentHandler {

    private static final int MOST_EVENTS = 20_000;
    private static final int MOST_ZONES = 500;
    private static final int MOST_VALUES = 400_000;
    private static final int DEEPEST = 10;

    private static final Set<String> KEPT = Set.of(
            "UID",
            "DTSTART",
            "DTEND",
            "DURATION",
            "RRULE",
            "RDATE",
            "EXDATE",
            "RECURRENCE-ID",
            "STATUS",
            "TRANSP",
            "X-MICROSOFT-CDO-BUSYSTATUS",
            "TZID",
            "TZOFFSETFROM",
            "TZOFFSETTO");

    private final List<Entry> events = new ArrayList<>();
    private final List<Entry> zones = new ArrayList<>();
    private final Deque<Entry> open = new ArrayDeque<>();
    private String zone = "";
    private String value = "";
    private int values;
    private boolean overfull;

    List<Entry> events() {
        return events;
    }

    List<Entry> zones() {
        return zones;
    }

    /** Also when the parser hid that by a fault of its own. */
    boolean isOverfull() {
        return overfull;
    }

    @Override
    public void startCalendar() {
        open.clear();
    }

    @Override
    public void endCalendar() {
        open.clear();
    }

    @Override
    public void startComponent(String name) {
        Entry entry = new Entry();
        Entry parent = open.peek();
        String kind = upper(name);
        if (parent == null && kind.equals("VEVENT")) {
            events.add(entry);
        } else if (parent == null && kind.equals("VTIMEZONE")) {
            zones.add(entry);
        } else if (parent != null && (kind.equals("STANDARD") || kind.equals("DAYLIGHT"))) {
            parent.add(entry);
        }
        open.push(entry);
        if (events.size() > MOST_EVENTS || zones.size() > MOST_ZONES || open.size() > DEEPEST) {
            refuse();
        }
    }

    @Override
    public void endComponent(String name) {
        open.poll();
    }

    @Override
    public void startProperty(String name) {
        zone = "";
        value = "";
    }

    @Override
    public void parameter(String name, String text) {
        if (upper(name).equals("TZID")) {
            zone = text.replace("\"", "").strip();
        }
    }

    @Override
    public void propertyValue(String text) {
        value = text;
    }

    @Override
    public void endProperty(String name) {
        Entry entry = open.peek();
        String property = upper(name);
        if (entry != null && KEPT.contains(property)) {
            entry.add(property, new Entry.Value(zone, value));
            values++;
            if (values > MOST_VALUES) {
                refuse();
            }
        }
    }

    private void refuse() {
        overfull = true;
        throw new TooMuch();
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
