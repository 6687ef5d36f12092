package org.rapport.booking.hosts.web;

import org.rapport.booking.hosts.domain.HostId;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.springframework.http.HttpStatus;

/** Whose hours somebody may see and set: an administrator everybody's, a host their own. */
public final class HostAccess {

    private HostAccess() {}

    public static void check(Staff staff, HostId host) {
        boolean own =
                staff.id().equals(host.value()) && (staff.has(StaffRole.COORDINATOR) || staff.has(StaffRole.THERAPIST));
        if (!own && !staff.has(StaffRole.ADMINISTRATOR)) {
            throw new RefusedRequest(HttpStatus.FORBIDDEN, "forbidden");
        }
    }

    /** As {@link #check}, and for services, which show it to nobody else. */
    public static void checkUnlessService(Staff staff, HostId host) {
        if (!staff.has(StaffRole.SERVICE)) {
            check(staff, host);
        }
    }
}
