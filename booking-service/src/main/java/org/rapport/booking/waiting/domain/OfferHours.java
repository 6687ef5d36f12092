package org.rapport.booking.waiting.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a person is offered times: by day, on their own clock. Fifteen minutes at night are no chance, and a text would wait
 * for the morning anyway. They are decided here and for offers alone: when texts are silent is notification-service's to say,
 * and would it be silent longer, such a text would only come after the offer.
 */
public final class OfferHours {

    public static final LocalTime FROM = LocalTime.of(9, 0);
    public static final LocalTime UNTIL = LocalTime.of(20, 0);

    private OfferHours() {}

    /** Now, or when the person's day begins. */
    static Instant next(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (time.isBefore(FROM)) {
            return local.toLocalDate().atTime(FROM).atZone(zone).toInstant();
        }
        return time.isBefore(UNTIL)
                ? now
                : local.toLocalDate().plusDays(1).atTime(FROM).atZone(zone).toInstant();
    }
}
