package org.rapport.intake.questionnaires.domain;

/** A total with its published band. */
public record Score(String instrument, Wording title, int total, int maximum, Band band) {}
