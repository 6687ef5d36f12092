package org.rapport.booking.calendars.application;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calendars.domain.CalendarAddress;
import org.rapport.booking.calendars.domain.LastRead;
import org.rapport.booking.calendars.domain.ReadFault;

/** Files behind addresses that hosts entered, fetched within bounds of time, size and place. */
public interface CalendarFiles {

    /** @param known what is asked for only if it has changed; empty to get it anyway */
    Answer fetch(CalendarAddress address, Optional<LastRead> known);

    sealed interface Answer {

        record File(
                String text,
                @Nullable String etag,
                @Nullable String lastModified) implements Answer {}

        record Unchanged() implements Answer {}

        record Failed(ReadFault fault) implements Answer {}
    }
}
