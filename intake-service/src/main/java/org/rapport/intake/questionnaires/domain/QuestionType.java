package org.rapport.intake.questionnaires.domain;

/** The kinds of question the shipped questionnaires use; a definition with any other is refused. */
public enum QuestionType {
    CHOICE,
    TEXT
}
