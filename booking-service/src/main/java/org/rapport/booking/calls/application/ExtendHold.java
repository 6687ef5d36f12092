package org.rapport.booking.calls.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.HoldToken;

/** @param request so that the same request sent again is no second extension; absent where it has no key */
public record ExtendHold(HoldToken token, @Nullable UUID request) {}
