package org.rapport.booking.hosts.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.SettingFault;
import org.rapport.booking.hosts.domain.SettingFault.Kind;

/** A row that is {@code null}: JSON can say so, a form cannot, and the rules know no such row. */
final class MissingRows {

    private final List<SettingFault> faults = new ArrayList<>();

    /** @param field of the row that is told as faulty */
    MissingRows in(@Nullable List<?> rows, String list, String field, Kind kind) {
        if (rows != null) {
            for (int row = 0; row < rows.size(); row++) {
                if (rows.get(row) == null) {
                    at(list + "[" + row + "]." + field, kind);
                }
            }
        }
        return this;
    }

    MissingRows at(String field, Kind kind) {
        faults.add(new SettingFault(field, kind, 0, 0));
        return this;
    }

    List<SettingFault> faults() {
        return List.copyOf(faults);
    }
}
