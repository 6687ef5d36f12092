package org.rapport.intake.responses.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Page;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.questionnaires.domain.QuestionType;
import org.rapport.intake.responses.domain.AnswerFault.Reason;

/**
 * The answers of one page, held against the definition.
 *
 * @param accepted the answers without fault
 */
record CheckedAnswers(Answers accepted, List<AnswerFault> faults) {

    /** @param whole whether a required question must have its answer now, or may wait */
    static CheckedAnswers of(Page page, Answers posted, boolean whole) {
        Map<String, List<String>> accepted = new HashMap<>();
        List<AnswerFault> faults = new ArrayList<>();
        for (Question question : page.questions()) {
            List<String> values = values(question, posted);
            int before = faults.size();
            check(question, values, whole, faults);
            if (faults.size() == before) {
                accepted.put(question.linkId(), values);
            }
        }
        if (!page.linkIds().containsAll(posted.byQuestion().keySet())) {
            faults.add(AnswerFault.of(AnswerFault.NO_QUESTION, Reason.UNKNOWN_QUESTION));
        }
        return new CheckedAnswers(new Answers(accepted), faults);
    }

    private static List<String> values(Question question, Answers posted) {
        List<String> given = posted.to(question.linkId());
        return switch (question.type()) {
            case TEXT ->
                given.stream()
                        .map(PlainText::of)
                        .filter(text -> !text.isEmpty())
                        .toList();
            case CHOICE ->
                given.stream().filter(code -> !code.isEmpty()).distinct().toList();
        };
    }

    private static void check(Question question, List<String> values, boolean whole, List<AnswerFault> faults) {
        String linkId = question.linkId();
        if (values.isEmpty()) {
            if (whole && question.required()) {
                faults.add(AnswerFault.of(linkId, Reason.REQUIRED));
            }
            return;
        }
        if (values.size() > 1 && !question.repeats()) {
            faults.add(new AnswerFault(linkId, Reason.ONLY_ONE, values.size(), 1));
            return;
        }
        if (question.type() == QuestionType.TEXT) {
            int length = values.getFirst().codePointCount(0, values.getFirst().length());
            if (length > question.maximumLength()) {
                faults.add(new AnswerFault(linkId, Reason.TOO_LONG, length, question.maximumLength()));
            }
        } else if (!values.stream().allMatch(code -> question.option(code).isPresent())) {
            faults.add(AnswerFault.of(linkId, Reason.NOT_AN_OPTION));
        }
    }
}
