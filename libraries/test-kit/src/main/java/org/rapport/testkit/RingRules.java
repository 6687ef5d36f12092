package org.rapport.testkit;

import static org.rapport.testkit.ArchitectureRules.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which ring may see what. */
final class RingRules {
    private static final Set<String> DOCUMENTS = Set.of("Documents", "DocumentStore", "Change", "Saved");
    /** Of service-web: what makes a link or calls another service is of use to a mail as much as to a page. */
    private static final Set<String> LINKS_AND_CLIENTS =
            Set.of("ServiceClient", "ServiceClients", "ServiceUnavailable", "PublicUrls", "SignedLinks", "LinkVerdict");

    /** Of the contracts: what services agree on about links is no message. */
    private static final Set<String> LINKS = Set.of("ClientLink");

    private RingRules() {}

    static ArchRule domainSeesOnlyDomains(String service) {
        return rule(
                "domain sees java, jspecify and domains of its service",
                type -> in(service, type, Place::inDomain),
                Breaches.byDependencies((from, to) -> isLanguage(to) || in(service, to, Place::inDomain)));
    }

    static ArchRule applicationSeesOnlyDomains(String service) {
        return rule(
                "application sees java, jspecify, domains and itself",
                type -> in(service, type, place -> place.ring().equals("application")),
                Breaches.byDependencies((from, to) -> isLanguage(to)
                        || in(
                                service,
                                to,
                                place -> place.inDomain() || place.inApplicationOf(placeOf(service, from)))));
    }

    static ArchRule adaptersDoNotSeeEachOther(String service) {
        return rule(
                "adapters do not see each other",
                type -> in(service, type, Place::inAdapter),
                Breaches.byDependencies((from, to) -> !in(
                        service,
                        to,
                        place -> place.inAdapter()
                                && !place.ring().equals(placeOf(service, from).ring()))));
    }

    static ArchRule onlyMongoSeesTheStore(String service) {
        return rule(
                "only mongo sees the store",
                type -> isHeldOutside(service, type, "mongo"),
                Breaches.byDependencies(
                        (from, to) -> !isWithin(to, "com.mongodb") && !isWithin(to, "org.bson") && !isDocuments(to)));
    }

    static ArchRule onlyEventsSeesMessaging(String service) {
        return rule(
                "only events sees messaging",
                type -> isHeldOutside(service, type, "events"),
                Breaches.byDependencies((from, to) -> {
                    boolean passesOn = in(service, from, place -> place.ring().equals("mongo"));
                    return !isMessaging(to) || (passesOn && isWithin(to, "org.rapport.contracts"));
                }));
    }

    static ArchRule onlyWebSeesTheWeb(String service) {
        return rule(
                "only web sees the web",
                type -> isHeldOutside(service, type, "web"),
                Breaches.byDependencies((from, to) -> !isWeb(to)));
    }

    private static boolean isLanguage(JavaClass type) {
        return isWithin(type, "java") || isWithin(type, "org.jspecify");
    }

    private static boolean isDocuments(JavaClass type) {
        return isWithin(type, "org.rapport.delivery") && DOCUMENTS.contains(outermost(type));
    }

    private static boolean isMessaging(JavaClass type) {
        return isWithin(type, "org.springframework.messaging")
                || isWithin(type, "org.springframework.cloud.stream")
                || isWithin(type, "org.springframework.kafka")
                || isWithin(type, "org.apache.kafka")
                || (isWithin(type, "org.rapport.contracts") && !LINKS.contains(outermost(type)))
                || (isWithin(type, "org.rapport.delivery") && !isDocuments(type));
    }

    private static boolean isWeb(JavaClass type) {
        return isWithin(type, "jakarta.servlet")
                || isWithin(type, "org.springframework.web")
                || isWithin(type, "org.springframework.ui")
                || isWithin(type, "org.springframework.security.web")
                || isWithin(type, "org.thymeleaf")
                || (isWithin(type, "org.rapport.web") && !LINKS_AND_CLIENTS.contains(outermost(type)));
    }

    /** In another ring than the one named, or beside the rings of a feature without being what wires it. */
    private static boolean isHeldOutside(String service, JavaClass type, String ring) {
        Optional<Place> place = Place.of(type, service);
        if (place.isEmpty() || place.get().feature().isEmpty()) {
            return false;
        }
        if (place.get().inRing()) {
            return !place.get().ring().equals(ring);
        }
        boolean flatFeature = type.getPackage().getSubpackages().isEmpty();
        return !flatFeature && !outermost(type).endsWith("Configuration");
    }

    private static boolean in(String service, JavaClass type, Predicate<Place> where) {
        return Place.of(type, service).filter(where).isPresent();
    }

    private static Place placeOf(String service, JavaClass type) {
        return Place.of(type, service).orElseThrow();
    }

    private static boolean isWithin(JavaClass type, String parent) {
        return type.getPackageName().equals(parent) || type.getPackageName().startsWith(parent + ".");
    }

    private static String outermost(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer.getSimpleName();
    }
}
