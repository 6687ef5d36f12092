package org.rapport.booking.calls.application;

import java.time.Instant;
import org.rapport.booking.hosts.domain.HostId;

/** Asks why a host is not offered at a time. */
public record ExplainOpening(HostId host, Instant start) {}
