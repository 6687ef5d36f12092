package org.rapport.intake.responses.web;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A row of a table that a spreadsheet will open: RFC 4180, and no cell that it would take for a formula. */
final class CsvRow {
    /** Also behind what cannot be seen, and in the wide forms that some spreadsheets take for the narrow ones. */
    private static final Pattern FORMULA =
            Pattern.compile("[\\t\\r\\n]|[\\s\\h\\v\\p{Z}\\p{C}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]");

    private CsvRow() {}

    static String of(String... cells) {
        return Arrays.stream(cells).map(CsvRow::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        // Behind an apostrophe it is text to every spreadsheet; a blank before it would not hinder all of them.
        boolean formula = FORMULA.matcher(text).lookingAt();
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
