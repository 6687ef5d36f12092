package org.rapport.notification.consents.application;

import java.time.Clock;
import java.time.Instant;
import org.rapport.notification.consents.domain.AddressKey;
import org.rapport.notification.consents.domain.Addresses;
import org.rapport.notification.messages.domain.Channel;

/** Closes an address to which mail must not or cannot go. */
public final class ReportMailHandler {
    private final Addresses addresses;
    private final Clock clock;

    public ReportMailHandler(Addresses addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    public void handle(ReportMail command) {
        Instant now = clock.instant();
        addresses.decide(AddressKey.of(Channel.EMAIL, command.address()), address -> switch (command.what()) {
            case BOUNCED -> address.bounced(now);
            case COMPLAINED -> address.complained(now);
        });
    }
}
