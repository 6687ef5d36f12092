package org.rapport.intake.responses.application;

import java.time.Clock;
import org.rapport.intake.responses.domain.Patience;
import org.rapport.intake.responses.domain.Responses;

/** Reminds of an unfinished questionnaire, says that it lapsed, and asks the next person about an open safety concern. */
public final class WakeResponseHandler {
    private final Responses responses;
    private final Patience patience;
    private final Clock clock;

    public WakeResponseHandler(Responses responses, Patience patience, Clock clock) {
        this.responses = responses;
        this.patience = patience;
        this.clock = clock;
    }

    public void handle(WakeResponse command) {
        responses.keepWatch(command.responseId(), watch -> watch.wake(patience, clock.instant()));
    }
}
