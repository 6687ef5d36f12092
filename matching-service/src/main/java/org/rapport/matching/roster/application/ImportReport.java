package org.rapport.matching.roster.application;

import java.util.List;
import org.rapport.matching.roster.domain.EntryFault;

/** What became of each row of a file, in the order of the file. */
public record ImportReport(boolean written, List<Line> lines) {
    public enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED,
        REJECTED
    }

    /**
     * @param name as the row says it
     * @param fault why the row is none; empty if it is
     * @param faults what is wrong with its fields
     */
    public record Line(long line, String name, Outcome outcome, String fault, List<EntryFault> faults) {}

    public ImportReport {
        lines = List.copyOf(lines);
    }

    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}
