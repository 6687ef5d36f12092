package org.rapport.notification.messages.domain;

import java.time.Duration;

/** As in {@code notification-service.yml}. */
public final class UsualSchedule {
    public static final Schedule SCHEDULE =
            new Schedule(Duration.ofHours(24), Duration.ofHours(1), Duration.ofHours(1), Duration.ofMinutes(2));

    private UsualSchedule() {}
}
