package org.rapport.contracts;

import java.util.UUID;

/**
 * A fact one service tells the others. One sealed interface per topic, one record per fact; the records' JSON is kept
 * stable by golden files. Every event belongs to one inquiry, whose id is the key on the topic, so that the events of one
 * person keep their order.
 */
public sealed interface PublishedEvent
        permits BookingInquiries,
                BookingCalls,
                BookingWaiters,
                IntakeResponses,
                MatchingReferrals,
                NotificationMessages {

    UUID inquiryId();
}
