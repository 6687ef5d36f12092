package org.rapport.guards;

import java.util.Set;

/** Names the pages may use that are declared elsewhere, or are no types: {@code Test} is a suffix. */
final class OthersNames {
    static final Set<String> KNOWN = Set.of(
            "Docker",
            "Kafka",
            "MongoDB",
            "MongoException",
            "Test",
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
