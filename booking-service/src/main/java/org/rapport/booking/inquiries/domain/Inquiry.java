package org.rapport.booking.inquiries.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person came to the practice and waits to be looked after.
 *
 * @param mailAlone whether their phone had had its texts of the day when this came: we write by mail alone, whatever they allow
 * @param hold the version of the hold for which the person was written; 0 where there is none
 * @param entry of somebody who came {@link InquiryPath#BY_PHONE}, absent on every other path
 */
public record Inquiry(
        InquiryId id,
        InquiryPath path,
        Person person,
        boolean mailAlone,
        Instant receivedAt,
        long hold,
        @Nullable PhoneEntry entry) {

    public Inquiry {
        if ((path == InquiryPath.BY_PHONE) != (entry != null)) {
            throw new IllegalArgumentException("who entered a person is known if they came by phone, and only then");
        }
    }

    public Inquiry(InquiryId id, InquiryPath path, Person person, Instant receivedAt) {
        this(id, path, person, receivedAt, null);
    }

    public Inquiry(InquiryId id, InquiryPath path, Person person, Instant receivedAt, @Nullable PhoneEntry entry) {
        this(id, path, person, false, receivedAt, 0, entry);
    }

    /** Of somebody on the phone. */
    public Inquiry(InquiryId id, Person person, Instant receivedAt, PhoneEntry entry) {
        this(id, InquiryPath.BY_PHONE, person, receivedAt, entry);
    }

    /** The person with the channels we write by. */
    public Person reached() {
        return mailAlone ? person.byMailAlone() : person;
    }

    /**
     * The same inquiry with the person as typed last; what was typed for an earlier version of the hold comes too late. Of
     * the same person it stays as it was decided first whether texts go.
     */
    public Inquiry corrected(Inquiry typed) {
        if (typed.hold <= hold) {
            return this;
        }
        boolean alone = typed.person.equals(person) ? mailAlone : typed.mailAlone;
        return new Inquiry(id, path, typed.person, alone, receivedAt, typed.hold, entry);
    }

    /** The same who phoned, from now on with the questionnaire; empty if it goes out already. */
    public Optional<Inquiry> wantingQuestionnaire(Instant now) {
        return entry == null || entry.sendsQuestionnaire()
                ? Optional.empty()
                : Optional.of(new Inquiry(
                        id,
                        path,
                        person,
                        mailAlone,
                        receivedAt,
                        hold,
                        new PhoneEntry(entry.heardBy(), entry.wish(), now)));
    }

    /** Whether this is what was sent, however often it was sent. */
    public boolean isSameRequest(InquiryPath otherPath, Person otherPerson, @Nullable PhoneEntry otherEntry) {
        return path == otherPath
                && person.equals(otherPerson)
                && (entry == null ? otherEntry == null : entry.isSame(otherEntry));
    }

    /** Receiving the same request again changes nothing. */
    public ReceiptDecision receiveAgain(InquiryPath otherPath, Person otherPerson, @Nullable PhoneEntry otherEntry) {
        return isSameRequest(otherPath, otherPerson, otherEntry)
                ? new ReceiptDecision.Received(this)
                : new ReceiptDecision.Refused(ReceiptDecision.Reason.REQUEST_ID_REUSED, this);
    }
}
