package org.rapport.booking.calls.application;

import java.time.LocalDate;
import org.rapport.booking.hosts.domain.HostId;

/** Asks for a host's openings from a date on their own calendar, day by day. */
public record ShowWeek(HostId host, LocalDate from) {}
