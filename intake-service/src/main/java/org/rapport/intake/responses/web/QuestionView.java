package org.rapport.intake.responses.web;

import java.util.List;
import org.rapport.web.Option;

/**
 * One thing on a page, ready for the templates. Empty texts stand for none.
 *
 * @param name key of the answers
 * @param type of the input, where there is one
 * @param fields what may be written; several where several answers may be
 * @param own what was written instead of an option; with {@code open}
 * @param addable whether one more may be added
 */
record QuestionView(
        Kind kind,
        String name,
        String legend,
        String hint,
        String error,
        String type,
        List<Option> options,
        List<String> chosen,
        List<Field> fields,
        boolean open,
        String own,
        boolean addable) {

    /** How it is shown. */
    enum Kind {
        HEADING,
        PARAGRAPH,
        FIXED,
        RADIO,
        CHECKBOX,
        DROP_DOWN,
        TEXT,
        LINE,
        QUANTITY,
        ADD
    }

    /**
     * One input.
     *
     * @param id in the page
     * @param field name in the form
     * @param unit chosen or written beside a quantity
     */
    record Field(String id, String field, String value, String unit) {}

    static QuestionView words(Kind kind, String name, String legend, String hint) {
        return new QuestionView(kind, name, legend, hint, "", "", List.of(), List.of(), List.of(), false, "", false);
    }

    public boolean is(String kindName) {
        return kind.name().equals(kindName);
    }

    public String inputKind() {
        return kind == Kind.CHECKBOX ? "checkbox" : "radio";
    }
}
