package org.rapport.booking.calls.application;

import java.time.ZoneId;
import org.rapport.booking.hosts.domain.HostId;

/**
 * Asks for the booked calls a host is going to hold.
 *
 * @param zone whose midnight began the day
 */
public record ListHostCalls(HostId host, ZoneId zone) {}
