package org.rapport.notification.messages.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapport.notification.messages.domain.CallFact;
import org.rapport.notification.messages.domain.Contact;

/** What the other services say at this moment. Every question may end in {@link FactsUnavailable}. */
public interface Facts {
    Optional<CallFact> call(UUID callId);

    /** Empty if there is no such offer. */
    Optional<OfferStanding> offer(UUID inquiryId, int number);

    /** Empty if there is no such offer. */
    Optional<WaitListOffer> waitListOffer(UUID callId);

    /** Where the questionnaire of an inquiry stands; empty if there is none. */
    Optional<QuestionnaireStanding> questionnaire(UUID inquiryId);

    /** Whether the practice has ended its work for somebody; not where it never began. */
    boolean isReferralClosed(UUID inquiryId);

    /** Whether the person has still to choose, by the link of this number. */
    boolean isAskedToChoose(UUID inquiryId, int number);

    /** Whether this therapist sees the person now. */
    boolean isMatchedWith(UUID inquiryId, UUID therapistId);

    /** Safety concerns of an inquiry that nobody has acknowledged; empty if it is not known whether there are any. */
    Optional<Set<UUID>> openConcerns(UUID inquiryId);

    Optional<Contact> client(UUID inquiryId);

    Optional<Contact> staff(UUID staffId);

    List<UUID> coordinators();

    /**
     * A time kept for somebody who waited.
     *
     * @param link takes the time; it goes to the person and nowhere else
     */
    record WaitListOffer(boolean open, Instant start, Instant end, String link) {
        @Override
        public String toString() {
            return "WaitListOffer[" + start + "]";
        }
    }

    enum QuestionnaireStanding {
        OPEN,
        LAPSED,
        SUBMITTED
    }

    enum OfferStanding {
        OPEN,
        CLOSED
    }
}
