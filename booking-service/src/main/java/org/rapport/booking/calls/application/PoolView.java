package org.rapport.booking.calls.application;

import java.util.List;
import org.rapport.booking.calls.domain.Turn;
import org.rapport.booking.hosts.domain.Host;

/**
 * The coordinators who take calls.
 *
 * @param inTurn whoever comes first is asked first; who is away or busy at the time somebody wants is passed over
 * @param byName who are only chosen by name
 */
public record PoolView(List<Turn> inTurn, List<Host> byName) {

    public PoolView {
        inTurn = List.copyOf(inTurn);
        byName = List.copyOf(byName);
    }
}
