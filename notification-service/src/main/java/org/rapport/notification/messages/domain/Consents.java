package org.rapport.notification.messages.domain;

import java.util.Map;
import java.util.UUID;

/** What clients have said about being written to since they came, and what became of their addresses. */
public interface Consents {
    /** @param known as booking-service tells it */
    Consent of(UUID inquiryId, Purpose purpose, Contact known);

    /**
     * @param contact with the channels, the zone and the language that hold now
     * @param closed channels by which nothing may go, whatever was chosen, and why
     */
    record Consent(Contact contact, Map<Channel, Suppression> closed) {
        public Consent {
            closed = Map.copyOf(closed);
        }
    }
}
