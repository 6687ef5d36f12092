package org.rapport.booking.visitors.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.rapport.booking.visitors.domain.Limited;
import org.rapport.booking.visitors.domain.Limits;
import org.rapport.booking.visitors.domain.Taking;
import org.springframework.stereotype.Component;

/** Counts what comes from a network. Whoever is signed in, staff or service, is known and not counted. */
@Component
final class VisitorLimits {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Assets and health say nothing and cost nothing; error pages are no requests of their own. */
    private static final Pattern FREE = Pattern.compile("/(?:assets|health|staff|error)(?:/.*)?");

    private static final Pattern HOLDS = Pattern.compile("/book/(?:three/)?times|/api/booking/(?:holds|bundles)");
    private static final Pattern BUNDLES = Pattern.compile("/book/three/times|/api/booking/bundles");
    private static final Pattern SENDS = Pattern.compile(
            "/book/[^/]+/check|/call-me|/start|/api/booking/holds/[^/]+/call|/api/booking/inquiries|/wait-list|/api/booking/wait-list");

    /** How many times a bundle holds at most: it is counted before it is read. */
    static final int IN_BUNDLE = 3;

    private final Limits limits;
    private final VisitorNetworks networks;

    VisitorLimits(Limits limits, VisitorNetworks networks) {
        this.limits = limits;
        this.networks = networks;
    }

    Taking take(HttpServletRequest request) {
        if (request.getUserPrincipal() != null || FREE.matcher(path(request)).matches()) {
            return new Taking.Granted();
        }
        Limited kind = kind(request);
        boolean holds = kind == Limited.HOLDS || kind == Limited.API_HOLDS;
        int times = holds && BUNDLES.matcher(path(request)).matches() ? IN_BUNDLE : 1;
        return limits.take(kind, networks.of(request), times);
    }

    static boolean isApi(HttpServletRequest request) {
        return path(request).startsWith("/api/");
    }

    private static Limited kind(HttpServletRequest request) {
        String path = path(request);
        if (READING.contains(request.getMethod())) {
            return Limited.READS;
        }
        if (request.getMethod().equals("POST") && HOLDS.matcher(path).matches()) {
            return isApi(request) ? Limited.API_HOLDS : Limited.HOLDS;
        }
        if (SENDS.matcher(path).matches()) {
            return isApi(request) ? Limited.API_SENDS : Limited.SENDS;
        }
        return Limited.CHANGES;
    }

    /** As it is routed: however its letters were written. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }
}
