package org.rapport.booking.inquiries.mongo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.inquiries.domain.Channel;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.Language;
import org.rapport.booking.inquiries.domain.Person;

/** An inquiry as stored. */
public record InquiryDocument(
        InquiryPath path,
        String name,
        @Nullable String email,
        @Nullable String phone,
        String zone,
        String state,
        Language language,
        List<Channel> channels,
        boolean mayLeaveMessage,
        String consentVersion,
        Instant receivedAt,
        @Nullable Long hold) {

    static InquiryDocument of(Inquiry inquiry) {
        Person person = inquiry.person();
        return new InquiryDocument(
                inquiry.path(),
                person.name(),
                person.email(),
                person.phone(),
                person.zone().getId(),
                person.state(),
                person.language(),
                person.channels().stream().sorted().toList(),
                person.mayLeaveMessage(),
                person.consentVersion(),
                inquiry.receivedAt(),
                inquiry.hold() == 0 ? null : inquiry.hold());
    }

    Inquiry toInquiry(String id) {
        Person person = new Person(
                name,
                email,
                phone,
                ZoneId.of(zone),
                state,
                language,
                Set.copyOf(channels),
                mayLeaveMessage,
                consentVersion);
        return new Inquiry(new InquiryId(UUID.fromString(id)), path, person, receivedAt, hold == null ? 0 : hold);
    }
}
