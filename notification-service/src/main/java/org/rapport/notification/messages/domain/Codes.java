package org.rapport.notification.messages.domain;

import java.util.Locale;

/** How an enum constant is written on the wire: {@code call-cancelled}. */
final class Codes {
    private Codes() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
