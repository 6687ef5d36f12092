package org.rapport.contracts;

import java.util.UUID;

/**
 * A fact one service tells the others. One sealed interface per topic, one record per fact; the records' JSON is kept
 * stable by golden files. Nearly every event belongs to one inquiry, whose id is the key on the topic, so that the events of
 * one person keep their order; those of a host's own calendar have the host's.
 */
public sealed interface PublishedEvent
        permits BookingInquiries,
                BookingCalls,
                BookingWaiters,
                BookingCalendars,
                IntakeResponses,
                MatchingReferrals,
                NotificationMessages {

    /** Whose events keep their order: the inquiry's, or the host's. */
    UUID key();
}
