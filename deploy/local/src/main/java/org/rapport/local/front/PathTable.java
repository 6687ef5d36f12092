package org.rapport.local.front;

import java.util.List;
import java.util.Map;

/** Which service answers which path; {@code deploy/compose/nginx.conf} says the same, and a test holds them together. */
public final class PathTable {
    /** A pattern ending in {@code /**} covers the path itself and everything below it. */
    public static final Map<String, List<String>> PATHS = Map.of(
            "booking",
            List.of(
                    "/",
                    "/book/**",
                    "/call-me/**",
                    "/start/**",
                    "/calls/**",
                    "/wait-list/**",
                    "/calendars/**",
                    "/staff/calls/**",
                    "/staff/hours/**",
                    "/staff/inquiries/**",
                    "/staff/wait-list/**",
                    "/assets/**",
                    "/api/booking/**"),
            "intake",
            List.of("/intake/**", "/staff/questionnaires/**", "/api/intake/**"),
            "matching",
            List.of(
                    "/staff",
                    "/staff/login/**",
                    "/staff/logout",
                    "/therapists/**",
                    "/choice/**",
                    "/fit/**",
                    "/guides/**",
                    "/staff/queue/**",
                    "/staff/referrals/**",
                    "/staff/roster/**",
                    "/staff/offers/**",
                    "/api/matching/**"),
            "notification",
            List.of("/preferences/**", "/staff/messages/**", "/api/notification/**"));

    private PathTable() {}
}
