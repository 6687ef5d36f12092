package org.rapport.notification.messages.domain;

/** Why an attempt to send came to nothing. */
public enum Fault {
    PROVIDER_UNREACHABLE,
    /** The provider answered that this message will never go. */
    PROVIDER_REFUSED,
    /** The truth or the address could not be asked. */
    FACTS_UNAVAILABLE,
    /** The provider may or may not have taken it. */
    OUTCOME_UNKNOWN,
    /** The message could not be put together, for example because stored data is broken. */
    NOT_COMPOSED,
    /** The practice has no provider for this channel: no SMS gateway is set. */
    NO_PROVIDER;

    public String code() {
        return Codes.of(this);
    }
}
