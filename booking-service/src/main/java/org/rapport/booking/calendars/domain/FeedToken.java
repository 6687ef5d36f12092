package org.rapport.booking.calendars.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.tokens.domain.SecretToken;

/** The key to a host's feed, which stands in its address alone. */
public record FeedToken(HostId host, String secret) {

    public static FeedToken of(HostId host, byte[] secret) {
        return of(SecretToken.of(host.value(), secret));
    }

    /** Reads {@link #text()}; empty for whatever else an address may carry. */
    public static Optional<FeedToken> parse(String text) {
        return SecretToken.parse(text).map(FeedToken::of);
    }

    private static FeedToken of(SecretToken token) {
        return new FeedToken(new HostId(token.id()), token.secret());
    }

    /** As it stands in the address. */
    public String text() {
        return token().text();
    }

    String hash() {
        return token().hash();
    }

    boolean hasHash(String stored) {
        return MessageDigest.isEqual(
                stored.getBytes(StandardCharsets.US_ASCII), hash().getBytes(StandardCharsets.US_ASCII));
    }

    private SecretToken token() {
        return new SecretToken(host.value(), secret);
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "FeedToken[" + host + "]";
    }
}
