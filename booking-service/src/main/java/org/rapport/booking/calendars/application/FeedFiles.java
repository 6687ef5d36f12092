package org.rapport.booking.calendars.application;

import java.util.List;
import org.rapport.booking.calls.domain.Call;

/** Writes calls as a calendar file: the same bytes for the same calls. */
public interface FeedFiles {

    String write(List<Call> calls);
}
