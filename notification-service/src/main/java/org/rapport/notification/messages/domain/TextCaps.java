package org.rapport.notification.messages.domain;

/** How many texts one person gets at most, of those that can wait. */
public record TextCaps(int day, int week) {
    public TextCaps {
        if (day < 1 || week < day) {
            throw new IllegalArgumentException("at least one text a day, and no fewer a week: " + day + ", " + week);
        }
    }
}
