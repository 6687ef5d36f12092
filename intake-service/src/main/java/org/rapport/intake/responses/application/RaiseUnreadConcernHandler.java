package org.rapport.intake.responses.application;

import java.time.Clock;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.Responses;

/** Calls somebody without saying why: that follows with the answers, once they can be kept. */
public final class RaiseUnreadConcernHandler {
    private final Responses responses;
    private final Clock clock;

    public RaiseUnreadConcernHandler(Responses responses, Clock clock) {
        this.responses = responses;
        this.clock = clock;
    }

    public void handle(RaiseUnreadConcern command) {
        responses.keepWatch(ResponseId.of(command.inquiryId()), watch -> watch.alarm(clock.instant()));
    }
}
