package org.rapport.intake.questionnaires.domain;

import java.util.Optional;

/**
 * The kinds of question, and how their answers are kept: as text in the forms of FHIR, a choice as the code of its option,
 * a quantity as number, space, unit.
 */
public enum QuestionType {
    BOOLEAN,
    INTEGER,
    DECIMAL,
    DATE,
    DATE_TIME,
    TIME,
    STRING,
    TEXT,
    URL,
    CHOICE,
    OPEN_CHOICE,
    QUANTITY;

    /** The value as it is kept; empty when it is none of this type. */
    public Optional<String> read(String given) {
        return switch (this) {
            case BOOLEAN -> Optional.of(given).filter(value -> value.equals("true") || value.equals("false"));
            case INTEGER -> Formats.integer(given);
            case DECIMAL -> Formats.decimal(given);
            case DATE -> Formats.date(given);
            case DATE_TIME -> Formats.dateTime(given);
            case TIME -> Formats.time(given);
            case URL -> Formats.url(given);
            case QUANTITY -> Formats.quantity(given);
            case STRING -> Optional.of(given).filter(value -> value.indexOf('\n') < 0);
            case TEXT, CHOICE, OPEN_CHOICE -> Optional.of(given);
        };
    }

    public boolean isText() {
        return this == STRING || this == TEXT || this == URL;
    }

    /** Whether values can be smaller and larger. */
    public boolean isOrdered() {
        return switch (this) {
            case INTEGER, DECIMAL, DATE, DATE_TIME, TIME, QUANTITY -> true;
            case BOOLEAN, STRING, TEXT, URL, CHOICE, OPEN_CHOICE -> false;
        };
    }

    /**
     * How two values compare; empty when they cannot be compared, such as kilograms and years, or when one is none of this type:
     * conditions are judged also beside what somebody has typed and nobody has checked yet.
     */
    public Optional<Integer> compare(String left, String right) {
        if (isOrdered() && (read(left).isEmpty() || read(right).isEmpty())) {
            return Optional.empty();
        }
        return switch (this) {
            case INTEGER, DECIMAL -> Optional.of(Formats.number(left).compareTo(Formats.number(right)));
            case QUANTITY -> Formats.compareQuantities(left, right);
            case DATE, DATE_TIME -> Formats.compareTimes(left, right);
            case TIME -> Optional.of(left.compareTo(right));
            case BOOLEAN, STRING, TEXT, URL, CHOICE, OPEN_CHOICE ->
                left.equals(right) ? Optional.of(0) : Optional.empty();
        };
    }
}
