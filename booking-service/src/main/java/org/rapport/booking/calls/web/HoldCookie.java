package org.rapport.booking.calls.web;

import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.web.PublicUrls;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Tells the list of times which time this browser holds, also after the browser's own Back: the holder still sees it, and
 * taking another frees it. It lasts no longer than a hold can and opens nothing but that hold.
 */
@Component
final class HoldCookie {

    static final String NAME = "rapport_hold";

    private final boolean encrypted;

    HoldCookie(PublicUrls urls) {
        this.encrypted = urls.encrypted();
    }

    String of(HoldToken token) {
        return ResponseCookie.from(NAME, token.text())
                .path("/book")
                .httpOnly(true)
                .secure(encrypted)
                .sameSite("Lax")
                .maxAge(Call.HOLD.multipliedBy(2))
                .build()
                .toString();
    }
}
