package org.rapport.matching.roster.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.roster.application.RosterFiles;
import org.rapport.matching.roster.domain.RosterEntry;
import org.rapport.matching.roster.domain.RosterField;

/**
 * CSV as RFC 4180 has it, with a head. A cell that a spreadsheet would take for a formula is written with an apostrophe before
 * it, and read without.
 */
public final class CsvRosterFiles implements RosterFiles {
    private static final String FORMULA = "=+-@\t\r";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setTrailingData(false)
            .get();

    @Override
    public List<Row> read(String file) {
        // With the last line ended the parser counts it like every other.
        String text = (file.startsWith("\uFEFF") ? file.substring(1) : file) + "\n";
        List<Row> rows = new ArrayList<>();
        List<RosterField> head = null;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            var records = parser.iterator();
            while (true) {
                CSVRecord cells = next(records);
                if (cells == null) {
                    break;
                }
                long line = parser.getCurrentLineNumber() - breaksIn(cells);
                if (head == null) {
                    head = head(cells);
                } else {
                    rows.add(row(line, head, cells));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalStateException | UncheckedIOException e) {
            // An open quote swallows the rest: from there on nothing can be told apart.
            if (head == null) {
                throw new UnreadableFile("broken", "");
            }
            rows.add(new Row(
                    rows.isEmpty() ? 2 : rows.getLast().line() + 1, new RosterEntry(Map.of()), "broken-from-here"));
        }
        if (head == null) {
            throw new UnreadableFile("empty", "");
        }
        return rows;
    }

    /** Line breaks inside cells: a row may run over several lines and is named by its first. */
    private static long breaksIn(CSVRecord cells) {
        return cells.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
    }

    private static @Nullable CSVRecord next(Iterator<CSVRecord> records) {
        return records.hasNext() ? records.next() : null;
    }

    private static List<RosterField> head(CSVRecord cells) {
        List<RosterField> head = new ArrayList<>();
        Set<RosterField> seen = new HashSet<>();
        for (String cell : cells) {
            RosterField field = field(cell).orElseThrow(() -> new UnreadableFile("unknown-column", cell));
            if (!seen.add(field)) {
                throw new UnreadableFile("column-twice", cell);
            }
            head.add(field);
        }
        if (!seen.contains(RosterField.NAME)) {
            throw new UnreadableFile("no-head", "");
        }
        return head;
    }

    private static Optional<RosterField> field(String cell) {
        String name = cell.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(RosterField.values())
                .filter(field -> field.column().equals(name))
                .findFirst();
    }

    private static Row row(long line, List<RosterField> head, CSVRecord cells) {
        Map<RosterField, String> values = new EnumMap<>(RosterField.class);
        for (int i = 0; i < Math.min(head.size(), cells.size()); i++) {
            values.put(head.get(i), plain(cells.get(i)));
        }
        String fault = cells.size() == head.size() ? null : "cells";
        return new Row(line, new RosterEntry(values), fault);
    }

    private static String plain(String cell) {
        return cell.startsWith("'") && isGuarded(cell) ? cell.substring(1) : cell;
    }

    @Override
    public String write(List<RosterEntry> entries) {
        StringWriter out = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
            printer.printRecord(
                    Arrays.stream(RosterField.values()).map(RosterField::column).toList());
            for (RosterEntry entry : entries) {
                printer.printRecord(Arrays.stream(RosterField.values())
                        .map(field -> written(entry.value(field)))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String written(String value) {
        return isGuarded(value) ? "'" + value : value;
    }

    /** A formula, or one with apostrophes before it already: those would be lost on the way back. */
    private static boolean isGuarded(String value) {
        String bare = value.replaceFirst("^'+", "");
        return !bare.isEmpty() && FORMULA.indexOf(bare.charAt(0)) >= 0;
    }
}
