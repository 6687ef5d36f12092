package org.rapport.booking.calendars.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Where a host's own calendar can be read. Whoever knows it can read it too: it is shown and logged masked only. */
public record CalendarAddress(URI uri) {

    private static final int LONGEST = 2_000;

    /** What somebody typed, as an address or as what is wrong with it. */
    public sealed interface Reading {

        record Good(CalendarAddress address) implements Reading {}

        record Faulty(CalendarFault.Kind kind) implements Reading {}
    }

    public static Reading read(String typed, TrustedHosts trusted) {
        if (typed.length() > LONGEST) {
            return new Reading.Faulty(CalendarFault.Kind.ADDRESS_UNREADABLE);
        }
        URI uri;
        try {
            // What calendars call webcal is fetched by https.
            uri = new URI(typed.replaceFirst("(?i)^webcals?://", "https://"));
        } catch (URISyntaxException notAnAddress) {
            return new Reading.Faulty(CalendarFault.Kind.ADDRESS_UNREADABLE);
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || !isWeb(uri)) {
            return new Reading.Faulty(CalendarFault.Kind.ADDRESS_UNREADABLE);
        }
        return isAllowed(uri, trusted)
                ? new Reading.Good(new CalendarAddress(uri))
                : new Reading.Faulty(CalendarFault.Kind.ADDRESS_NOT_ENCRYPTED);
    }

    /** Encrypted, or a name that is trusted without. */
    public static boolean isAllowed(URI uri, TrustedHosts trusted) {
        return isWeb(uri) && (scheme(uri).equals("https") || trusted.trusts(uri.getHost()));
    }

    private static boolean isWeb(URI uri) {
        return uri.getHost() != null
                && (scheme(uri).equals("https") || scheme(uri).equals("http"));
    }

    private static String scheme(URI uri) {
        return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    }

    public String masked() {
        return scheme(uri) + "://" + uri.getHost() + "/...";
    }

    @Override
    public String toString() {
        return masked();
    }
}
