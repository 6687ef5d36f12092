package org.rapport.booking.calls.domain;

import java.util.List;
import org.rapport.booking.hosts.domain.Interval;

/**
 * What a host does beside the calls, as far as it is known.
 *
 * @param busy in order, apart from each other
 * @param closed nothing can be said of it for too long, and the host wants no calls then
 */
public record Diary(List<Interval> busy, boolean closed) {

    public static final Diary EMPTY = new Diary(List.of(), false);

    public Diary {
        busy = List.copyOf(busy);
    }

    public boolean overlaps(Interval time) {
        int low = 0;
        int high = busy.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (busy.get(middle).end().isAfter(time.start())) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low < busy.size() && busy.get(low).start().isBefore(time.end());
    }
}
