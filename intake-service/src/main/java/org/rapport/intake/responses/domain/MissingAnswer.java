package org.rapport.intake.responses.domain;

import org.rapport.intake.questionnaires.domain.Question;

/** A required question without an answer, and the page that asks it. */
public record MissingAnswer(int page, Question question) {}
