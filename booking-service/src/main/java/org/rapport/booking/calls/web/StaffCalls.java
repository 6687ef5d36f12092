package org.rapport.booking.calls.web;

import java.util.UUID;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.springframework.stereotype.Component;

/** Which calls a member of staff may see and note: their own, a coordinator all. Any other is not there. */
@Component
final class StaffCalls {

    private final Calls calls;

    StaffCalls(Calls calls) {
        this.calls = calls;
    }

    Call find(UUID id, Staff staff) {
        return calls.find(new CallId(id))
                .filter(call -> call.state().stands())
                .filter(call -> isOwn(call, staff) || staff.has(StaffRole.COORDINATOR))
                .orElseThrow(RefusedRequest::notFound);
    }

    static boolean isOwn(Call call, Staff staff) {
        return call.hostId().value().equals(staff.id());
    }
}
