package org.rapport.booking.waiting.application;

import java.time.Instant;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.waiting.domain.FreedTimeId;

public record NoteFreedTime(FreedTimeId id, HostId host, Instant start, Instant freedAt) {}
