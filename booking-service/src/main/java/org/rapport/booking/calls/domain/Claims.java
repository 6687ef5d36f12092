package org.rapport.booking.calls.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call claims. Held, Booked and Ended: its blocked time and its places; Booked and Ended the person's own time too,
 * and Booked the person's one unproven call if it is that. Doubled and Unconfirmed what they kept, until they are freed;
 * Cancelled and Released nothing.
 */
final class Claims {

    private Claims() {}

    static List<Claim> of(Call call) {
        return switch (call.state()) {
            case CallState.Booked booked -> all(call, booked.unproven());
            case CallState.Held _, CallState.Ended _ -> all(call, null);
            case CallState.Doubled doubled -> doubled.freed() ? List.of() : all(call, null);
            case CallState.Unconfirmed asked -> asked.freed() ? List.of() : all(call, null);
            case CallState.Cancelled _, CallState.Released _ -> List.of();
        };
    }

    private static List<Claim> all(Call call, @Nullable ClientKey unproven) {
        List<Claim> claims = new ArrayList<>(Claim.covering(call.hostId(), call.blocked()));
        call.client().forEach(key -> claims.addAll(Claim.covering(key, call.time())));
        claims.addAll(
                call.places().claims(call.hostId(), call.hostZone(), call.time().start()));
        if (unproven != null) {
            claims.add(Claim.unproven(unproven));
        }
        return List.copyOf(claims);
    }
}
