package org.rapport.booking.waiting.application;

import org.rapport.booking.waiting.domain.WaiterId;

public record LeaveWaitList(WaiterId id) {}
