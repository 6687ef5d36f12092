package org.rapport.booking.calendars.application;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rapport.booking.calendars.domain.LastRead.Unclear;
import org.rapport.booking.calendars.domain.ReadFault;
import org.rapport.booking.hosts.domain.Interval;

/** Understands a calendar file. */
public interface CalendarTimes {

    Reading read(String file, Frame frame);

    /**
     * What a file is read for.
     *
     * @param zone of what says none
     * @param window the times that count
     * @param ownCalls calls of the practice, which are no other appointments
     */
    record Frame(ZoneId zone, Interval window, Set<UUID> ownCalls) {

        public Frame {
            ownCalls = Set.copyOf(ownCalls);
        }
    }

    sealed interface Reading {

        /** @param busy in order, apart from each other */
        record Busy(List<Interval> busy, Unclear unclear) implements Reading {

            public Busy {
                busy = List.copyOf(busy);
            }
        }

        record Failed(ReadFault fault) implements Reading {}
    }
}
