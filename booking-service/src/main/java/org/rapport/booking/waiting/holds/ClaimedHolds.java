package org.rapport.booking.waiting.holds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.UnaryOperator;
import org.rapport.booking.calls.application.HoldCall;
import org.rapport.booking.calls.application.HoldCallHandler;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.HoldKind;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.waiting.domain.FreedTime;
import org.rapport.booking.waiting.domain.OfferHolds;
import org.rapport.booking.waiting.domain.Waiter;

/** Holds for waiters, made like everybody's. Their secrets come from the practice's own, which the store does not have. */
public final class ClaimedHolds implements OfferHolds {

    private final HoldCallHandler holdCall;
    private final UnaryOperator<String> seal;

    /** @param seal what only the practice can make of an id */
    public ClaimedHolds(HoldCallHandler holdCall, UnaryOperator<String> seal) {
        this.holdCall = holdCall;
        this.seal = seal;
    }

    @Override
    public Holding hold(CallId id, FreedTime freed, Waiter waiter) {
        HoldCall command = new HoldCall(
                token(id),
                waiter.inquiryId(),
                new HostChoice.Only(freed.host()),
                freed.start(),
                waiter.wish().zone(),
                HoldKind.OFFERED);
        return switch (holdCall.handle(command)) {
            case HoldDecision.Held(var call, String _) -> new Holding.Kept(call);
            case HoldDecision.Taken _, HoldDecision.Refused _ -> new Holding.NotHad();
        };
    }

    @Override
    public HoldToken token(CallId id) {
        String sealed = seal.apply(id.toString());
        try {
            return HoldToken.of(
                    id, MessageDigest.getInstance("SHA-256").digest(sealed.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
