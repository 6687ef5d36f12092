package org.rapport.notification.consents.mongo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.consents.domain.Address;
import org.rapport.notification.consents.domain.AddressKey;
import org.rapport.notification.consents.domain.Closure;
import org.rapport.notification.consents.domain.Reply;
import org.rapport.notification.messages.domain.Channel;

/** An address as it lies in the store; public for the record codec. */
public record AddressDocument(
        Channel channel,
        String hash,
        @Nullable Closure closed,
        List<ChangeDocument> changes,
        @Nullable String lastText,
        Reply lastReply,
        @Nullable Instant explainedAt) {

    public record ChangeDocument(Instant at, @Nullable Closure to) {}

    static AddressDocument of(Address address) {
        return new AddressDocument(
                address.key().channel(),
                address.key().hash(),
                address.closed(),
                address.changes().stream()
                        .map(change -> new ChangeDocument(change.at(), change.to()))
                        .toList(),
                address.lastText(),
                address.lastReply(),
                address.explainedAt());
    }

    Address toAddress(long version) {
        return new Address(
                new AddressKey(channel, hash),
                version,
                closed,
                changes.stream()
                        .map(change -> new Address.Change(change.at(), change.to()))
                        .toList(),
                lastText,
                lastReply,
                explainedAt);
    }
}
