package org.rapport.guards;

import java.util.Set;

/** Names the pages may use that are declared elsewhere. */
final class OthersNames {
    static final Set<String> KNOWN = Set.of(
            "MongoException",
            "MVStore",
            "HttpOnly",
            "SameSite",
            "StreamBridge",
            "JarLauncher",
            "text/calendar",
            "apache/kafka",
            "./data");

    private OthersNames() {}
}
