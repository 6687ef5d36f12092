package org.rapport.booking.calls.web;

import java.util.List;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.web.Practice;
import org.springframework.stereotype.Component;

/** The calls a person has or wants together with one, as pages and API show them. */
@Component
final class Companions {

    private final Calls calls;
    private final Hosts hosts;
    private final Practice practice;

    Companions(Calls calls, Hosts hosts, Practice practice) {
        this.calls = calls;
        this.hosts = hosts;
        this.practice = practice;
    }

    List<ShownCall> of(Call call) {
        return calls(call).stream()
                .map(other -> ShownCall.of(other, hosts.name(other.hostId()), practice.zone()))
                .toList();
    }

    /** None for a call on its own. */
    List<Call> calls(Call call) {
        if (!call.id().isInBundle()) {
            return List.of();
        }
        return calls.bundle(call.id()).stream()
                .flatMap(bundle -> bundle.calls().stream())
                .filter(other -> !other.id().equals(call.id()))
                .toList();
    }
}
