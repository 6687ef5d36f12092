package org.rapport.booking.inquiries.application;

import org.jspecify.annotations.Nullable;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.Person;
import org.rapport.booking.inquiries.domain.PhoneEntry;

/** @param entry of somebody who phoned */
public record ReceiveInquiry(
        InquiryId id,
        InquiryPath path,
        Person person,
        @Nullable PhoneEntry entry) {

    public ReceiveInquiry(InquiryId id, InquiryPath path, Person person) {
        this(id, path, person, null);
    }
}
