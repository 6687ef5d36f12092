package org.rapport.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/** Who listens to what stands in the contract document and in each service's own file; both say the same. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListenersTest {
    private static final String RECEIVE = "receive";

    @Test
    void the_contract_document_names_the_listeners_of_each_topic_and_no_others() throws IOException {
        assertThat(bound()).isNotEmpty().isEqualTo(documented());
    }

    /** {@code <group> <topic>}, from the bindings of all services. */
    private static Set<String> bound() throws IOException {
        Set<String> bound = new TreeSet<>();
        for (String service : new String[] {"booking", "intake", "matching", "notification"}) {
            Map<?, ?> file = yaml(service + "-service.yml");
            Object group = at(file, "spring", "application", "name");
            if (at(file, "spring", "cloud", "stream", "bindings") instanceof Map<?, ?> bindings) {
                bindings.forEach((name, binding) -> bound.add(group + " " + destination(binding)));
            }
        }
        return bound;
    }

    /** Either {@code x-in-0: {destination: topic}} or {@code x-in-0.destination: topic}. */
    private static Object destination(Object binding) {
        return binding instanceof Map<?, ?> settings ? String.valueOf(settings.get("destination")) : binding;
    }

    private static Set<String> documented() throws IOException {
        Map<?, ?> document = yaml("contracts/asyncapi.yml");
        Map<?, ?> operations = (Map<?, ?>) Objects.requireNonNull(document.get("operations"));
        return operations.values().stream()
                .map(operation -> (Map<?, ?>) operation)
                .filter(operation -> RECEIVE.equals(operation.get("action")))
                .map(operation ->
                        at(operation, "bindings", "kafka", "groupId", "const") + " " + address(document, operation))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Object address(Map<?, ?> document, Map<?, ?> operation) {
        String reference = String.valueOf(at(operation, "channel", "$ref"));
        return String.valueOf(at(document, "channels", reference.replace("#/channels/", ""), "address"));
    }

    private static @Nullable Object at(Map<?, ?> map, String... path) {
        Object value = map;
        for (String key : path) {
            value = value instanceof Map<?, ?> parent ? parent.get(key) : null;
        }
        return value;
    }

    private static Map<?, ?> yaml(String file) throws IOException {
        try (InputStream stream = new ClassPathResource(file).getInputStream()) {
            return new Yaml().load(stream);
        }
    }
}
