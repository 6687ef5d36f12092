package org.rapport.booking.calls.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call claims. Held, Booked and Ended: its blocked time and its places; Booked and Ended the person's own time too,
 * and Booked the person's one unproven call if it is that. Doubled and Unconfirmed the host's alone, until they are freed:
 * nobody has shown yet that the person wants it, so it is in no other call's way. Cancelled and Released nothing.
 */
final class Claims {

    private Claims() {}

    static List<Claim> of(Call call) {
        return switch (call.state()) {
            case CallState.Booked booked -> all(call, booked.unproven());
            case CallState.Ended _ -> all(call, null);
            case CallState.Held _ -> hosts(call);
            case CallState.Doubled doubled -> doubled.freed() ? List.of() : hosts(call);
            case CallState.Unconfirmed asked -> asked.freed() ? List.of() : hosts(call);
            case CallState.Cancelled _, CallState.Released _ -> List.of();
        };
    }

    private static List<Claim> all(Call call, @Nullable ClientKey unproven) {
        List<Claim> claims = new ArrayList<>(hosts(call));
        call.client().forEach(key -> claims.addAll(Claim.covering(key, call.time())));
        if (unproven != null) {
            claims.add(Claim.unproven(unproven));
        }
        return List.copyOf(claims);
    }

    private static List<Claim> hosts(Call call) {
        List<Claim> claims = new ArrayList<>(Claim.covering(call.hostId(), call.blocked()));
        claims.addAll(
                call.places().claims(call.hostId(), call.hostZone(), call.time().start()));
        return List.copyOf(claims);
    }
}
