package org.rapport.intake.responses.web;

import java.util.List;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.questionnaires.domain.QuestionType;
import org.rapport.web.FieldProblem;
import org.rapport.web.Option;

/** One question, ready for the form fragments. Empty texts stand for none. */
record QuestionView(
        String name,
        boolean text,
        boolean several,
        String legend,
        String hint,
        String error,
        List<Option> options,
        List<String> chosen) {

    /** @param optional the words that mark a question one may leave out */
    static QuestionView of(
            Question question, Answers answers, List<FieldProblem> problems, Language language, String optional) {
        String words = question.text().in(language);
        return new QuestionView(
                question.linkId(),
                question.type() == QuestionType.TEXT,
                question.repeats() || question.options().size() == 1,
                question.required() ? words : words + " " + optional,
                question.hint() == null ? "" : question.hint().in(language),
                problems.stream()
                        .filter(problem -> problem.field().equals(question.linkId()))
                        .map(FieldProblem::message)
                        .findFirst()
                        .orElse(""),
                question.options().stream()
                        .map(option -> Option.of(option.code(), option.text().in(language)))
                        .toList(),
                answers.to(question.linkId()));
    }

    public String kind() {
        return several ? "checkbox" : "radio";
    }

    public String value() {
        return chosen.isEmpty() ? "" : chosen.getFirst();
    }
}
