package org.rapport.booking.inquiries.domain;

import java.util.Locale;

/** What can be wrong with an answer, and to which field it belongs. */
public enum PersonFault {
    NAME_MISSING("name"),
    NAME_TOO_LONG("name"),
    NAME_UNREADABLE("name"),
    EMAIL_MISSING("email"),
    EMAIL_INVALID("email"),
    PHONE_MISSING("phone"),
    PHONE_TO_CALL_MISSING("phone"),
    PHONE_INVALID("phone"),
    PHONE_NOT_ALLOWED("phone"),
    ZONE_UNKNOWN("zone"),
    STATE_UNKNOWN("state"),
    LANGUAGE_UNKNOWN("language"),
    CHANNELS_MISSING("channels"),
    CHANNELS_UNKNOWN("channels"),
    CONSENT_MISSING("consentVersion");

    private final String field;

    PersonFault(String field) {
        this.field = field;
    }

    public String field() {
        return field;
    }

    /** Stable code, also the end of the key of its message. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
