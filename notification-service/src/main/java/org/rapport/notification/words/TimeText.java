package org.rapport.notification.words;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** A time as a person reads it, with the name of the zone. */
@FunctionalInterface
interface TimeText {
    String of(Instant instant, ZoneId zone, Locale locale);
}
