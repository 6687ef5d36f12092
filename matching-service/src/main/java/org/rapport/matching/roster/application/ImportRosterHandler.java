package org.rapport.matching.roster.application;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapport.matching.roster.application.ImportReport.Line;
import org.rapport.matching.roster.application.ImportReport.Outcome;
import org.rapport.matching.roster.application.RosterFiles.Row;
import org.rapport.matching.roster.domain.Colleagues;
import org.rapport.matching.roster.domain.Credential;
import org.rapport.matching.roster.domain.EntryReader;
import org.rapport.matching.roster.domain.EntryReading;
import org.rapport.matching.roster.domain.RosterEntry;
import org.rapport.matching.roster.domain.RosterField;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Therapists;
import org.rapport.matching.roster.domain.Therapists.Kept;
import org.rapport.matching.roster.domain.Therapists.Saving;

/**
 * Takes over a file row by row; a bad row is told and stops nobody else.
 *
 * <ol>
 *   <li>A row without an id gets one made of its first licence, so that the same file read twice adds nobody twice.
 *   <li>Supervisors may stand anywhere in the file. When a supervisor's own row is refused, so are the rows that rely on it.
 *   <li>Each row is one write. Therapists who are not in the file stay as they are, and of those who are, the fields without a column.
 * </ol>
 */
public final class ImportRosterHandler {
    private final Therapists therapists;
    private final RosterFiles files;
    private final EntryReader reader;
    private final Clock clock;

    public ImportRosterHandler(Therapists therapists, RosterFiles files, EntryReader reader, Clock clock) {
        this.therapists = therapists;
        this.files = files;
        this.reader = reader;
        this.clock = clock;
    }

    public ImportReport handle(ImportRoster command) {
        Map<UUID, Kept> kept = new HashMap<>();
        therapists.all().forEach(entry -> kept.put(entry.therapist().id(), entry));
        List<Row> rows = files.read(command.file()).stream()
                .map(ImportRosterHandler::identified)
                .map(row -> completed(row, kept))
                .toList();
        Map<Row, EntryReading> readings = read(rows, kept);
        List<Line> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Row row : rows) {
            String id = row.entry().value(RosterField.ID);
            String fault = row.fault() != null ? row.fault() : id.isEmpty() ? "no-id-no-licence" : "";
            EntryReading reading = readings.get(row);
            // A row that is refused takes nobody's place.
            if (fault.isEmpty() && reading instanceof EntryReading.Read && !seen.add(id)) {
                fault = "twice";
            }
            lines.add(fault.isEmpty() && reading != null ? line(row, reading, kept, command) : rejected(row, fault));
        }
        return new ImportReport(command.write(), lines);
    }

    private static Row identified(Row row) {
        List<String> licences = row.entry().list(RosterField.LICENCES);
        if (!row.entry().value(RosterField.ID).isEmpty() || licences.isEmpty()) {
            return row;
        }
        String[] first = licences.getFirst().split(":", 3);
        String key = "therapist|" + first[0].strip() + "|" + (first.length > 1 ? first[1].strip() : "");
        UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        return new Row(row.line(), row.entry().with(id), row.fault());
    }

    /** A column that is not in the file empties nobody's field. */
    private static Row completed(Row row, Map<UUID, Kept> kept) {
        return readId(row.entry().value(RosterField.ID))
                .flatMap(id -> Optional.ofNullable(kept.get(id)))
                .map(known -> new Row(row.line(), row.entry().over(RosterEntry.of(known.therapist())), row.fault()))
                .orElse(row);
    }

    /** Rows that are none are not read, and nobody can rely on them. */
    private Map<Row, EntryReading> read(List<Row> all, Map<UUID, Kept> kept) {
        List<Row> rows = all.stream().filter(row -> row.fault() == null).toList();
        Set<Row> unread = new HashSet<>();
        while (true) {
            Colleagues colleagues = colleagues(
                    rows.stream().filter(row -> !unread.contains(row)).toList(), kept);
            Map<Row, EntryReading> readings = new HashMap<>();
            boolean changed = false;
            for (Row row : rows) {
                EntryReading reading = reader.read(row.entry(), colleagues);
                readings.put(row, reading);
                if (reading instanceof EntryReading.Faulty) {
                    changed |= unread.add(row);
                }
            }
            if (!changed) {
                return readings;
            }
        }
    }

    /** The roster as it would be with these rows, as far as supervision goes. */
    private static Colleagues colleagues(List<Row> rows, Map<UUID, Kept> kept) {
        Map<UUID, Credential> credentials = new HashMap<>();
        Map<UUID, UUID> supervisors = new HashMap<>();
        kept.forEach((id, known) -> {
            credentials.put(id, known.therapist().credential());
            Optional.ofNullable(known.therapist().supervisor()).ifPresent(other -> supervisors.put(id, other));
        });
        for (Row row : rows) {
            readId(row.entry().value(RosterField.ID)).ifPresent(id -> {
                EntryReader.credential(row.entry().value(RosterField.CREDENTIAL))
                        .ifPresent(credential -> credentials.put(id, credential));
                supervisors.remove(id);
                readId(row.entry().value(RosterField.SUPERVISOR)).ifPresent(other -> supervisors.put(id, other));
            });
        }
        return new Colleagues(credentials, Set.copyOf(supervisors.values()));
    }

    private static Optional<UUID> readId(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Line line(Row row, EntryReading reading, Map<UUID, Kept> kept, ImportRoster command) {
        return switch (reading) {
            case EntryReading.Faulty(var faults) ->
                new Line(row.line(), row.entry().value(RosterField.NAME), Outcome.REJECTED, "", faults);
            case EntryReading.Read(Therapist therapist) -> {
                Kept before = kept.get(therapist.id());
                if (before != null && (command.onlyNew() || before.therapist().equals(therapist))) {
                    yield done(row, Outcome.UNCHANGED);
                }
                Instant seen = before == null ? null : before.changedAt();
                if (command.write() && therapists.put(therapist, seen, clock.instant()) == Saving.STALE) {
                    yield rejected(row, "changed-meanwhile");
                }
                yield done(row, before == null ? Outcome.ADDED : Outcome.CHANGED);
            }
        };
    }

    private static Line done(Row row, Outcome outcome) {
        return new Line(row.line(), row.entry().value(RosterField.NAME), outcome, "", List.of());
    }

    private static Line rejected(Row row, String fault) {
        return new Line(row.line(), row.entry().value(RosterField.NAME), Outcome.REJECTED, fault, List.of());
    }
}
