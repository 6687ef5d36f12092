package org.rapport.booking.inquiries.domain;

/** By which door a person came. */
public enum InquiryPath {
    CALL_WITH_COORDINATOR,
    CALL_WITH_THERAPIST,
    QUESTIONNAIRE_FIRST,
    CALL_ME_BACK,
    /** Staff entered who phoned. */
    BY_PHONE,
    WAIT_LIST
}
