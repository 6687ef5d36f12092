package org.rapport.intake.questionnaires.domain;

import org.jspecify.annotations.Nullable;

/**
 * One answer of a choice.
 *
 * @param points what it adds to a score, when it is scored
 */
public record Option(String code, Wording text, @Nullable Integer points) {}
