package org.rapport.booking.inquiries.domain;

/** How a person allows us to reach them. */
public enum Channel {
    EMAIL,
    SMS
}
