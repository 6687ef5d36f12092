package org.rapport.delivery;

import java.time.Instant;
import org.rapport.contracts.PublishedEvent;

/**
 * An event as it arrived, perhaps again, perhaps out of order.
 *
 * @param eventId the same at every delivery
 * @param subject id of the document that decided it
 * @param sequence its number in that document's life: a lower one than the last seen is old news
 */
public record Received<E extends PublishedEvent>(
        String eventId, String subject, long sequence, Instant time, E event) {}
