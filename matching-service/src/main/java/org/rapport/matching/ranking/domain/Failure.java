package org.rapport.matching.ranking.domain;

/** A rule a therapist fails. The reason's code also names the sentence that says what would change it. */
public record Failure(Rule rule, Reason reason) {}
