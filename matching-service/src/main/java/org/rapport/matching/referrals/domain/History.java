package org.rapport.matching.referrals.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The referral's ledger in order of time. It keeps the newest {@value #MOST}; an older line that comes late is dropped
 * again, so that the order of arrival does not matter.
 */
public record History(List<HistoryEntry> entries) {
    public static final int MOST = 200;
    public static final History EMPTY = new History(List.of());

    private static final Comparator<HistoryEntry> BY_TIME =
            Comparator.comparing(HistoryEntry::at).thenComparing(HistoryEntry::key);

    public History {
        entries = List.copyOf(entries);
    }

    History with(HistoryEntry entry) {
        if (has(entry.key())) {
            return this;
        }
        List<HistoryEntry> all = new ArrayList<>(entries);
        all.add(entry);
        all.sort(BY_TIME);
        return new History(all.size() > MOST ? all.subList(all.size() - MOST, all.size()) : all);
    }

    boolean has(String key) {
        return entries.stream().anyMatch(entry -> entry.key().equals(key));
    }
}
