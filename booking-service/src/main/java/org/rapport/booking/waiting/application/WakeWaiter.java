package org.rapport.booking.waiting.application;

import org.rapport.booking.waiting.domain.WaiterId;

public record WakeWaiter(WaiterId id) {}
