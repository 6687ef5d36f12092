package org.rapport.notification.messages.application;

import org.rapport.notification.messages.domain.MessageId;

/** Brings messages to the provider of one channel. */
@FunctionalInterface
public interface Carrier {
    /** Puts the whole message into the form the provider takes. Nothing goes out yet: what is thrown here is the message's own fault. */
    Composed compose(Parcel parcel);

    @FunctionalInterface
    interface Composed {
        /** Gives the message to the provider, within a time limit. */
        Handover hand();
    }

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
