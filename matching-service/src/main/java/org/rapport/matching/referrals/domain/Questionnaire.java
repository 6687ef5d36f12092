package org.rapport.matching.referrals.domain;

import java.time.Instant;

/**
 * Whose turn it is with the questionnaire.
 *
 * @param withPerson whether the person has a link that works; not so once it ran out
 * @param sequence of the event that said so; a lower one never overwrites it
 */
public record Questionnaire(boolean withPerson, Instant at, long sequence) {}
