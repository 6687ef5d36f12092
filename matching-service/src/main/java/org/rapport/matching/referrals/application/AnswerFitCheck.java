package org.rapport.matching.referrals.application;

import java.util.UUID;
import org.rapport.matching.referrals.domain.FitAnswer.Degree;

/**
 * The person says how it is with their therapist.
 *
 * @param number of the check they answer
 */
public record AnswerFitCheck(UUID inquiryId, int number, Degree heard, Degree matters, Degree goOn) {}
