package org.rapport.booking.inquiries.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.PhoneEntry;
import org.rapport.booking.inquiries.domain.Wish;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Which inquiries may be looked at by whom: by coordinators and services all, by an administrator those they entered. Any other is not there. */
@Component
public final class EnteredInquiries {

    private final Inquiries inquiries;

    EnteredInquiries(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    public Inquiry find(UUID id, Staff staff) {
        return inquiries
                .find(new InquiryId(id))
                .filter(inquiry -> maySee(inquiry, staff))
                .orElseThrow(RefusedRequest::notFound);
    }

    /** How somebody who phoned was entered; only coordinators and administrators enter people. */
    public static PhoneEntry entry(@Nullable Staff staff, Wish wish) {
        if (staff == null) {
            throw new RefusedRequest(HttpStatus.UNAUTHORIZED, "sign-in-required");
        }
        if (!staff.has(StaffRole.COORDINATOR) && !staff.has(StaffRole.ADMINISTRATOR)) {
            throw new RefusedRequest(HttpStatus.FORBIDDEN, "forbidden");
        }
        return new PhoneEntry(staff.id(), wish);
    }

    private static boolean maySee(Inquiry inquiry, Staff staff) {
        PhoneEntry entry = inquiry.entry();
        return staff.has(StaffRole.COORDINATOR)
                || staff.has(StaffRole.SERVICE)
                || (entry != null && entry.heardBy().equals(staff.id()));
    }
}
