package org.rapport.intake.responses.web;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A row of a table that a spreadsheet will open: RFC 4180, and no cell that it would take for a formula. */
final class CsvRow {
    private static final String FORMULA = "=+-@\t\r\n";

    private CsvRow() {}

    static String of(String... cells) {
        return Arrays.stream(cells).map(CsvRow::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        // Behind an apostrophe it is text to every spreadsheet; a blank before it would not hinder all of them.
        String bare = text.stripLeading();
        boolean formula = !text.isEmpty()
                && (FORMULA.indexOf(text.charAt(0)) >= 0 || (!bare.isEmpty() && FORMULA.indexOf(bare.charAt(0)) >= 0));
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
