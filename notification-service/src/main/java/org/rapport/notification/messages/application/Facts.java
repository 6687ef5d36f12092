package org.rapport.notification.messages.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapport.notification.messages.domain.CallFact;
import org.rapport.notification.messages.domain.Contact;

/** What the other services say at this moment. Every question may end in {@link FactsUnavailable}. */
public interface Facts {
    Optional<CallFact> call(UUID callId);

    /** Empty if there is no such offer. */
    Optional<OfferStanding> offer(UUID inquiryId, int number);

    Optional<Contact> client(UUID inquiryId);

    Optional<Contact> staff(UUID staffId);

    List<UUID> coordinators();

    enum OfferStanding {
        OPEN,
        CLOSED
    }
}
