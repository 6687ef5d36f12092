package org.rapport.notification.messages.domain;

public enum Channel {
    EMAIL,
    SMS
}
