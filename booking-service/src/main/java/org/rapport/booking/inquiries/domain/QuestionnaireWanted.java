package org.rapport.booking.inquiries.domain;

import java.time.Instant;

/** Somebody who phoned, and wanted it no earlier, is to get the questionnaire. */
public record QuestionnaireWanted(Inquiry inquiry, Instant wantedAt) implements InquiryEvent {}
