package org.rapport.notification.messages.application;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rapport.notification.messages.domain.AgainDecision;
import org.rapport.notification.messages.domain.Messages;

/** Puts a message that has ended into the ledger once more; asked twice under one number, it is there once. */
public final class SendAgainHandler {
    private final Messages messages;
    private final Clock clock;

    public SendAgainHandler(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** Empty if there is no such message. */
    public Optional<AgainDecision> handle(SendAgain command) {
        Optional<AgainDecision> decision =
                messages.find(command.id()).map(message -> message.again(command.number(), clock.instant()));
        if (decision.isPresent() && decision.get() instanceof AgainDecision.Planned(var again)) {
            messages.save(again, List.of());
        }
        return decision;
    }
}
