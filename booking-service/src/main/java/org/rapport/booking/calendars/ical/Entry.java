package org.rapport.booking.calendars.ical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One component of a file, with those of its properties that say when it is. */
final class Entry {

    /** @param zone the TZID parameter; empty if there is none */
    record Value(String zone, String text) {

        /** The values of a list. */
        List<Value> each() {
            return Arrays.stream(text.split(",", -1))
                    .map(one -> new Value(zone, one.strip()))
                    .toList();
        }
    }

    private final Map<String, List<Value>> values = new HashMap<>();
    private final List<Entry> parts = new ArrayList<>();

    void add(String property, Value value) {
        values.computeIfAbsent(property, _ -> new ArrayList<>()).add(value);
    }

    void add(Entry part) {
        parts.add(part);
    }

    List<Entry> parts() {
        return parts;
    }

    List<Value> all(String property) {
        return values.getOrDefault(property, List.of());
    }

    Optional<Value> value(String property) {
        return all(property).stream().findFirst();
    }

    String text(String property) {
        return value(property).map(Value::text).orElse("");
    }

    boolean says(String property, String word) {
        return text(property).strip().toUpperCase(Locale.ROOT).equals(word);
    }

    boolean has(String property) {
        return values.containsKey(property);
    }
}
