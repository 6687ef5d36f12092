package org.rapport.notification.messages.domain;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

public final class InMemoryTextPlaces implements TextPlaces {
    private final Map<String, Set<String>> taken = new HashMap<>();

    @Override
    public synchronized boolean take(UUID inquiryId, MessageId message, LocalDate day, TextCaps caps) {
        String week = day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return takeOne(inquiryId + "|week|" + week, message, caps.week())
                && takeOne(inquiryId + "|" + day, message, caps.day());
    }

    private boolean takeOne(String span, MessageId message, int places) {
        Set<String> held = taken.computeIfAbsent(span, _ -> new TreeSet<>());
        if (held.contains(message.value())) {
            return true;
        }
        return held.size() < places && held.add(message.value());
    }
}
