package org.rapport.intake.questionnaires.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One group of one questionnaire, numbered from 1 through the whole packet. */
public record Page(int number, Questionnaire questionnaire, QuestionGroup group) {
    public List<Question> questions() {
        return group.questions();
    }

    public Optional<Question> question(String linkId) {
        return questions().stream()
                .filter(question -> question.linkId().equals(linkId))
                .findFirst();
    }

    public Set<String> linkIds() {
        return questions().stream().map(Question::linkId).collect(Collectors.toUnmodifiableSet());
    }

    /** Required questions that have no answer, in the order they are asked. */
    public List<Question> missing(Answers answers) {
        return questions().stream()
                .filter(question -> question.required() && !answers.has(question.linkId()))
                .toList();
    }
}
