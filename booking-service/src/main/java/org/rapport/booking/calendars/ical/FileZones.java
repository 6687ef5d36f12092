package org.rapport.booking.calendars.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.TemporalAdapter;
import org.rapport.booking.hosts.domain.Interval;

/**
 * What a file means by the names of zones: the zone everybody knows by that name, else what the file itself says of it, else
 * the host's own zone, of which the host is told.
 */
final class FileZones {

    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

    /** Some programs put their own name before it: {@code /example.org/20210210_1/America/Chicago}. */
    private static final Pattern BEHIND_A_PREFIX = Pattern.compile(".*?([A-Z][A-Za-z_]+/[A-Za-z_/-]+)");

    /** The search for a name at the end of a longer one takes the square of its length. */
    private static final int LONGEST_NAME = 200;

    /** Changes that count for what follows them: a zone that changes at all does so every year, until it no longer does. */
    private static final int YEARS_BEFORE = 2;

    private final Map<String, Entry> described = new HashMap<>();
    private final Map<String, Optional<ZoneRules>> found = new HashMap<>();
    private final Set<String> unknown = new HashSet<>();
    private final ZoneRules home;
    private final Interval window;
    private final Work work;

    FileZones(List<Entry> zones, ZoneRules home, Interval window, Work work) {
        zones.forEach(zone -> described.putIfAbsent(zone.text("TZID").strip(), zone));
        this.home = home;
        this.window = window;
        this.work = work;
    }

    ZoneRules rules(String name) {
        Optional<ZoneRules> rules = found.computeIfAbsent(name, this::find);
        if (rules.isEmpty()) {
            unknown.add(name);
        }
        return rules.orElse(home);
    }

    boolean isUnknown(String name) {
        return unknown.contains(name);
    }

    private Optional<ZoneRules> find(String name) {
        if (name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        if (KNOWN.contains(name)) {
            return Optional.of(ZoneId.of(name).getRules());
        }
        Matcher behind = BEHIND_A_PREFIX.matcher(name);
        if (behind.matches() && KNOWN.contains(behind.group(1))) {
            return Optional.of(ZoneId.of(behind.group(1)).getRules());
        }
        return Optional.ofNullable(described.get(name)).flatMap(this::describedRules);
    }

    private Optional<ZoneRules> describedRules(Entry zone) {
        try {
            List<Onset> onsets = new ArrayList<>();
            zone.parts().forEach(part -> onsets.addAll(onsets(part)));
            return onsets.isEmpty() ? Optional.empty() : Optional.of(rules(onsets));
        } catch (TooMuch tooMuch) {
            throw tooMuch;
        } catch (RuntimeException saysNothingOfUse) {
            return Optional.empty();
        }
    }

    private List<Onset> onsets(Entry part) {
        ZoneOffset from = offset(part.text("TZOFFSETFROM"));
        ZoneOffset to = offset(part.text("TZOFFSETTO"));
        LocalDateTime first = LocalDateTime.from(
                TemporalAdapter.parse(part.text("DTSTART").strip()).getTemporal());
        LocalDateTime end =
                LocalDateTime.ofInstant(window.end(), ZoneOffset.UTC).plusDays(2);
        List<LocalDateTime> starts = new ArrayList<>(List.of(first));
        part.all("RRULE")
                .forEach(rule -> starts.addAll(
                        Repetition.of(rule.text(), first, UntilClock.at(from)).latest(YEARS_BEFORE, end, work)));
        part.all("RDATE").stream()
                .flatMap(dates -> dates.each().stream())
                .forEach(date -> starts.add(
                        LocalDateTime.from(TemporalAdapter.parse(date.text()).getTemporal())));
        return starts.stream()
                .map(start -> new Onset(start.toInstant(from), from, to))
                .toList();
    }

    private static ZoneRules rules(List<Onset> onsets) {
        List<Onset> inOrder = onsets.stream()
                .distinct()
                .sorted(Comparator.comparing(Onset::at))
                .toList();
        ZoneOffset first = inOrder.getFirst().from();
        ZoneOffset current = first;
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        for (Onset onset : inOrder) {
            if (!onset.to().equals(current)) {
                transitions.add(
                        ZoneOffsetTransition.of(LocalDateTime.ofInstant(onset.at(), current), current, onset.to()));
                current = onset.to();
            }
        }
        return ZoneRules.of(first, first, List.of(), transitions, List.of());
    }

    private static ZoneOffset offset(String text) {
        return ZoneOffset.of(text.strip());
    }

    /** When a zone's clock begins to show another offset. */
    private record Onset(Instant at, ZoneOffset from, ZoneOffset to) {}
}
