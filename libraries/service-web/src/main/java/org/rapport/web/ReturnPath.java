package org.rapport.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: only a staff page of ours, whatever the address asked for. */
final class ReturnPath {
    /** Leads everybody to where their own work begins. */
    static final String START = "/staff";

    private static final int LONGEST = 512;
    // No percent sign, backslash or doubled slash: nothing a browser or proxy could read as another host or another
    // path.
    private static final Pattern OURS =
            Pattern.compile("/staff(/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)*(\\?[A-Za-z0-9_.~=&+-]*)?");

    private ReturnPath() {}

    static String safe(@Nullable String wanted) {
        if (wanted == null || wanted.length() > LONGEST || wanted.startsWith("/staff/log")) {
            return START;
        }
        return OURS.matcher(wanted).matches() ? wanted : START;
    }
}
