package org.rapport.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;
import java.util.Set;

/** Where a class of a service stands: {@code org.rapport.booking.calls.mongo} is ring {@code mongo} of feature {@code calls}; absent is empty. */
record Place(String feature, String ring) {
    private static final Set<String> CORE = Set.of("domain", "application");

    static Optional<Place> of(JavaClass type, String service) {
        String name = type.getPackageName();
        if (!name.equals(service) && !name.startsWith(service + ".")) {
            return Optional.empty();
        }
        String[] steps = name.substring(service.length()).split("\\.", -1);
        return Optional.of(new Place(steps.length > 1 ? steps[1] : "", steps.length > 2 ? steps[2] : ""));
    }

    boolean inRing() {
        return !ring.isEmpty();
    }

    boolean inAdapter() {
        return inRing() && !CORE.contains(ring);
    }

    boolean inDomain() {
        return ring.equals("domain");
    }

    boolean inApplicationOf(Place other) {
        return ring.equals("application") && feature.equals(other.feature);
    }
}
