package org.rapport.notification.messages.application;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.rapport.notification.messages.domain.Messages;
import org.rapport.notification.messages.domain.Occasion.MessagesLate;

/** Tells staff when messages that should have gone out still wait: in the log at once, and by mail once in an hour. */
public final class AlertLateHandler {
    private static final Logger LOG = System.getLogger(AlertLateHandler.class.getName());
    private static final long SECONDS_OF_AN_HOUR = 3_600;

    private final Messages messages;
    private final PlanMessagesHandler planner;
    private final Duration patience;
    private final Clock clock;

    /** @param patience how long a due message may wait before anybody is told */
    public AlertLateHandler(Messages messages, PlanMessagesHandler planner, Duration patience, Clock clock) {
        this.messages = messages;
        this.planner = planner;
        this.patience = patience;
        this.clock = clock;
    }

    /** How long the message has been due that waits longest; zero if none does. */
    public Duration oldestDueAge() {
        Instant now = clock.instant();
        return messages.oldestDue(now).map(due -> Duration.between(due, now)).orElse(Duration.ZERO);
    }

    /** Several instances tell it once: the hour is part of the message's id. */
    public void handle() {
        Duration age = oldestDueAge();
        if (age.compareTo(patience) > 0) {
            LOG.log(Level.ERROR, "messages do not go out: the oldest has been due for {0}", age);
            Instant now = clock.instant();
            planner.handle(new PlanMessages(new MessagesLate(now.getEpochSecond() / SECONDS_OF_AN_HOUR, now)));
        }
    }
}
