package org.rapport.notification.messages.domain;

import java.util.UUID;

/** Who gets a message, by id only: how to reach the person is asked at the moment of sending. */
public sealed interface Recipient {
    String code();

    /** The person of an inquiry, who has no id of their own. */
    record Client(UUID inquiryId) implements Recipient {
        @Override
        public String code() {
            return inquiryId.toString();
        }
    }

    record Staff(UUID id) implements Recipient {
        @Override
        public String code() {
            return id.toString();
        }
    }

    /**
     * The coordinator whose turn it is, the subject's revision saying how often nobody answered; who that is, is asked at the
     * moment of sending.
     */
    record NextCoordinator() implements Recipient {
        @Override
        public String code() {
            return "next-coordinator";
        }
    }

    /** Whoever is a coordinator at the moment of sending; becomes one message for each. */
    record EveryCoordinator() implements Recipient {
        @Override
        public String code() {
            return "every-coordinator";
        }
    }
}
