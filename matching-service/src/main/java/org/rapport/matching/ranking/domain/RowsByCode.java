package org.rapport.matching.ranking.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** For each code of one kind, the rows that have it. */
final class RowsByCode {
    private static final Rows NONE = new Rows();

    private final Map<String, Rows> rows = new HashMap<>();

    void add(int row, Collection<String> codes) {
        for (String code : codes) {
            rows.computeIfAbsent(code, _ -> new Rows()).set(row);
        }
    }

    void remove(int row, Collection<String> codes) {
        for (String code : codes) {
            with(code).clear(row);
        }
    }

    void removeEverywhere(int row) {
        rows.values().forEach(having -> having.clear(row));
    }

    Rows with(String code) {
        return rows.getOrDefault(code, NONE);
    }

    Rows withAnyOf(Collection<String> codes) {
        Rows any = new Rows();
        codes.forEach(code -> any.addAll(with(code)));
        return any;
    }
}
