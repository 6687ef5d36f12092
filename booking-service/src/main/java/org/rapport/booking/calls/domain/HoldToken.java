package org.rapport.booking.calls.domain;

import java.util.Optional;
import org.rapport.booking.tokens.domain.SecretToken;

/** The key to a hold, which only the holder has. */
public record HoldToken(CallId callId, String secret) {

    public static HoldToken of(CallId callId, byte[] secret) {
        return of(SecretToken.of(callId.value(), secret));
    }

    /** Reads {@link #text()}; empty for whatever else a link may carry. */
    public static Optional<HoldToken> parse(String text) {
        return SecretToken.parse(text).map(HoldToken::of);
    }

    private static HoldToken of(SecretToken token) {
        return new HoldToken(new CallId(token.id()), token.secret());
    }

    /** As it stands in links. */
    public String text() {
        return token().text();
    }

    public String hash() {
        return token().hash();
    }

    private SecretToken token() {
        return new SecretToken(callId.value(), secret);
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "HoldToken[" + callId + "]";
    }
}
