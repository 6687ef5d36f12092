package org.rapport.booking.hosts.domain;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A kind of call the practice holds.
 *
 * @param code stable: calls keep it
 * @param role who holds such calls
 * @param offeredToAll whether anybody may book one; else only who got a link, and staff
 */
public record CallType(String code, Duration length, HostRole role, boolean offeredToAll) {

    public static final Duration LONGEST = Duration.ofHours(4);
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_CODE = 40;

    public CallType {
        if (!isCode(code)) {
            throw new IllegalArgumentException("a call type's code is small letters, digits and hyphens: " + code);
        }
        if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a call lasts between nothing and " + LONGEST + ": " + length);
        }
    }

    public static boolean isCode(String text) {
        return text.length() <= LONGEST_CODE && CODE.matcher(text).matches();
    }
}
