package org.rapport.booking.waiting.application;

import java.util.UUID;
import org.rapport.booking.waiting.domain.EndReason;
import org.rapport.booking.waiting.domain.WaiterId;

/** @param by the member of the staff who removes them */
public record RemoveWaiter(WaiterId id, EndReason reason, UUID by) {}
