package org.rapport.intake.questionnaires.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question.
 *
 * @param options what may be chosen; empty when the answer is written
 */
public record Question(
        Head head,
        QuestionType type,
        Occurrence occurrence,
        Limits limits,
        Control control,
        List<Option> options,
        Initial initial) {
    /** Before a text of one's own given to an open choice, so that it is never taken for a code. */
    public static final String OWN_WORDS = "~";

    public Question {
        options = List.copyOf(options);
    }

    public String linkId() {
        return head.linkId();
    }

    public Wording text() {
        return head.text();
    }

    public @Nullable Wording hint() {
        return head.hint();
    }

    public boolean required() {
        return occurrence.required();
    }

    public boolean repeats() {
        return occurrence.repeats();
    }

    /** Whether the answer is one of the options, or may be. */
    public boolean isChoice() {
        return !options.isEmpty();
    }

    public boolean isOpen() {
        return type == QuestionType.OPEN_CHOICE;
    }

    /** The most fields of a form that its answers come in. */
    int fields() {
        if (head.hidden() || initial.fixed()) {
            return 0;
        }
        int ownWords = isOpen() ? 1 : 0;
        if (isChoice()) {
            return (repeats() ? options.size() : 1) + ownWords;
        }
        return occurrence.most() * (type == QuestionType.QUANTITY ? 2 : 1);
    }

    public Optional<Option> option(String code) {
        return find(options, code);
    }

    public Optional<Option> unit(String code) {
        return find(limits.units(), code);
    }

    /** The most points among the given options; empty when none of them is scored. */
    public Optional<Integer> pointsOf(List<String> codes) {
        return codes.stream()
                .flatMap(code -> option(code).stream())
                .flatMap(option -> Optional.ofNullable(option.points()).stream())
                .max(Integer::compare);
    }

    public int mostPoints() {
        return pointsOf(options.stream().map(Option::code).toList()).orElse(0);
    }

    private static Optional<Option> find(List<Option> options, String code) {
        return options.stream().filter(option -> option.code().equals(code)).findFirst();
    }
}
