package org.rapport.intake.questionnaires.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question.
 *
 * @param repeats whether several options may be chosen
 * @param maximumLength of a text, in code points
 * @param options empty for a text
 */
public record Question(
        String linkId,
        Wording text,
        @Nullable Wording hint,
        QuestionType type,
        boolean required,
        boolean repeats,
        int maximumLength,
        List<Option> options) {
    public Question {
        options = List.copyOf(options);
    }

    public Optional<Option> option(String code) {
        return options.stream().filter(option -> option.code().equals(code)).findFirst();
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
}
