package org.rapport.notification.messages.application;

import org.rapport.notification.messages.domain.MessageId;

/** Hands a message to the provider of one channel, within a time limit. */
@FunctionalInterface
public interface Carrier {
    Handover hand(Parcel parcel);

    /** @param id what the provider can know a repetition by */
    record Parcel(MessageId id, String address, Letter letter) {
        @Override
        public String toString() {
            return "Parcel[" + id + "]";
        }
    }

    enum Handover {
        TAKEN,
        /** The provider will not take it, now or later. */
        REFUSED,
        /** The provider certainly has not taken it. */
        UNREACHABLE,
        /** No answer came after it was handed over. */
        IN_DOUBT
    }
}
