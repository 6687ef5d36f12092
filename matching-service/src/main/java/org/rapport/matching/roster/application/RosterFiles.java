package org.rapport.matching.roster.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.roster.domain.RosterEntry;

/** The roster as a file. */
public interface RosterFiles {
    /**
     * One row of a file.
     *
     * @param line the row begins here, counted from 1 with the head
     * @param fault key of the sentence that says why the row cannot be read; absent if it can
     */
    record Row(long line, RosterEntry entry, @Nullable String fault) {}

    /** @throws UnreadableFile when the head is missing or names what nobody knows, or nothing of it is a file of this kind */
    List<Row> read(String file);

    String write(List<RosterEntry> entries);

    /** Why nothing of the file could be read. */
    final class UnreadableFile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String code;
        private final String said;

        public UnreadableFile(String code, String said) {
            super("the file cannot be read: " + code);
            this.code = code;
            this.said = said;
        }

        public String code() {
            return code;
        }

        public String said() {
            return said;
        }
    }
}
