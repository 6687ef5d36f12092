package org.rapport.testkit;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The store and the broker of this test JVM, each started when first asked for, and printed. Which ones:
 *
 * <ol>
 *   <li>{@code -Dtests.on=containers} demands containers and fails without them; {@code -Dtests.on=embedded} takes the embedded ones.
 *   <li>An address: {@code -Dtests.mongodb} and {@code -Dtests.kafka}, or {@code MONGODB_URI} and {@code KAFKA_BOOTSTRAP_SERVERS}.
 *   <li>Containers, if a Docker engine answers and has the image already.
 *   <li>The embedded ones, on a temporary folder.
 * </ol>
 */
public final class TestServers {
    private static final Choice STORE = new Choice(
            "store", "tests.mongodb", "MONGODB_URI", Containers.STORE_IMAGE, Containers::store, Embedded::store);
    private static final Choice BROKER = new Choice(
            "broker",
            "tests.kafka",
            "KAFKA_BOOTSTRAP_SERVERS",
            Containers.BROKER_IMAGE,
            Containers::broker,
            Embedded::broker);

    private TestServers() {}

    /** A MongoDB connection string without a database. */
    public static String store() {
        return STORE.address();
    }

    /** Bootstrap servers. */
    public static String broker() {
        return BROKER.address();
    }

    /** Whether an address was given or containers were demanded, so that a test must not bring a store of its own. */
    public static boolean isStoreChosen() {
        return STORE.isChosen();
    }

    /** Likewise for the broker. */
    public static boolean isBrokerChosen() {
        return BROKER.isChosen();
    }

    /** A prefix for database names that no other test has, so that tests need not clean up after each other. */
    public static String freshDatabase() {
        return "test-" + UUID.randomUUID().toString().substring(0, 8) + "-";
    }

    private static final class Choice {
        private final String name;
        private final String property;
        private final String variable;
        private final String image;
        private final Supplier<String> container;
        private final Supplier<String> embedded;
        private @Nullable String address;

        Choice(
                String name,
                String property,
                String variable,
                String image,
                Supplier<String> container,
                Supplier<String> embedded) {
            this.name = name;
            this.property = property;
            this.variable = variable;
            this.image = image;
            this.container = container;
            this.embedded = embedded;
        }

        synchronized String address() {
            if (address == null) {
                address = switch (System.getProperty("tests.on", "").toLowerCase(Locale.ROOT)) {
                    case "containers" -> demandedContainer();
                    case "embedded" -> embedded();
                    case "" -> given().or(this::containerAtHand).orElseGet(this::embedded);
                    default -> throw new IllegalArgumentException("-Dtests.on is 'containers' or 'embedded'");
                };
            }
            return address;
        }

        private String demandedContainer() {
            DockerEngine engine = DockerEngine.find()
                    .orElseThrow(
                            () -> new IllegalStateException("-Dtests.on=containers, but no Docker engine answers at "
                                    + DockerEngine.address() + " (start one, or set DOCKER_HOST)"));
            try {
                return using("container " + image, container.get());
            } catch (RuntimeException failed) {
                String missing = engine.has(image) ? "" : " (the engine does not have the image and could not get it)";
                throw new IllegalStateException(
                        "-Dtests.on=containers, but no container of " + image + " starts" + missing, failed);
            }
        }

        boolean isChosen() {
            String on = System.getProperty("tests.on", "");
            return on.equalsIgnoreCase("containers")
                    || (on.isEmpty() && givenAddress().isPresent());
        }

        private Optional<String> given() {
            return givenAddress().map(given -> using("the given address", given));
        }

        private Optional<String> givenAddress() {
            return Optional.ofNullable(System.getProperty(property))
                    .or(() -> Optional.ofNullable(System.getenv(variable)))
                    .filter(given -> !given.isBlank());
        }

        private Optional<String> containerAtHand() {
            if (DockerEngine.find().filter(engine -> engine.has(image)).isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(using("container " + image, container.get()));
            } catch (RuntimeException failed) {
                System.out.println(
                        "[tests] " + name + ": container " + image + " does not start: " + failed.getMessage());
                return Optional.empty();
            }
        }

        private String embedded() {
            return using("embedded", embedded.get());
        }

        private String using(String which, String at) {
            // Without a user and password that an address may carry.
            System.out.println("[tests] " + name + ": " + which + ", " + at.replaceFirst("//[^@/]*@", "//"));
            return at;
        }
    }
}
