package org.rapport.booking.hosts.domain;

import java.util.List;

/** Which hours count on a date, and why. */
public sealed interface DayPlan {

    List<LocalSpan> spans();

    record AsInWeek(List<LocalSpan> spans) implements DayPlan {

        public AsInWeek {
            spans = List.copyOf(spans);
        }
    }

    /** The host said otherwise for this date. */
    record Otherwise(List<LocalSpan> spans) implements DayPlan {

        public Otherwise {
            spans = List.copyOf(spans);
        }
    }

    record OnHoliday(Holiday holiday) implements DayPlan {

        @Override
        public List<LocalSpan> spans() {
            return List.of();
        }
    }

    record Away(Leave leave) implements DayPlan {

        @Override
        public List<LocalSpan> spans() {
            return List.of();
        }
    }
}
