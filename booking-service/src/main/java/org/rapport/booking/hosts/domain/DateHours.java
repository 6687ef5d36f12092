package org.rapport.booking.hosts.domain;

import java.time.LocalDate;
import java.util.List;

/** The hours of one date on the host's own calendar, in place of the week's; without spans the host is closed on it. */
public record DateHours(LocalDate date, List<LocalSpan> spans) {

    public DateHours {
        spans = List.copyOf(spans);
    }
}
