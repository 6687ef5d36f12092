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
import org.rapport.booking.inquiries.domain.PhoneEntry;
import org.rapport.booking.inquiries.domain.Wish;

/**
 * An inquiry as stored.
 *
 * @param mailAlone absent unless it is so
 * @param entry absent unless the person phoned
 */
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
        @Nullable Boolean mailAlone,
        Instant receivedAt,
        @Nullable Long hold,
        @Nullable Entry entry) {

    /** The domain's {@link PhoneEntry}. */
    public record Entry(UUID heardBy, Wish wish, @Nullable Instant questionnaireAt) {}

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
                inquiry.mailAlone() ? true : null,
                inquiry.receivedAt(),
                inquiry.hold() == 0 ? null : inquiry.hold(),
                entry(inquiry.entry()));
    }

    private static @Nullable Entry entry(@Nullable PhoneEntry entry) {
        return entry == null ? null : new Entry(entry.heardBy(), entry.wish(), entry.questionnaireAt());
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
        PhoneEntry by = entry == null ? null : new PhoneEntry(entry.heardBy(), entry.wish(), entry.questionnaireAt());
        return new Inquiry(
                new InquiryId(UUID.fromString(id)),
                path,
                person,
                mailAlone != null,
                receivedAt,
                hold == null ? 0 : hold,
                by);
    }
}
