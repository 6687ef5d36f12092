package org.rapport.booking.inquiries.domain;

/** What happened to an inquiry that others must know of. */
public sealed interface InquiryEvent permits InquiryReceived, QuestionnaireWanted {

    Inquiry inquiry();
}
