package org.rapport.intake.questionnaires.domain;

import java.util.List;

/** Questions that stand together on one page. */
public record QuestionGroup(String linkId, Wording title, List<Wording> paragraphs, List<Question> questions) {
    public QuestionGroup {
        paragraphs = List.copyOf(paragraphs);
        questions = List.copyOf(questions);
    }
}
