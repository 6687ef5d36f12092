package org.rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds the AsyncAPI document against the code: what the code says is derived here, and the two are equal. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AsyncApiContractTest {
    private static final Path CONTRACTS = Path.of("src/main/resources/contracts");

    /** Who listens, beside the services' own files: a topic gained or lost by a service is a change of the contract. */
    private static final Map<String, List<String>> LISTENERS = Map.of(
            Topics.BOOKING_INQUIRIES, List.of("intake", "matching"),
            Topics.BOOKING_CALLS, List.of("booking", "matching", "notification"),
            Topics.BOOKING_WAITERS, List.of("notification"),
            Topics.BOOKING_CALENDARS, List.of("notification"),
            Topics.INTAKE_RESPONSES, List.of("matching", "notification"),
            Topics.MATCHING_REFERRALS, List.of("notification"),
            Topics.NOTIFICATION_MESSAGES, List.of("matching"));

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final JsonNode document = withoutWords(YAML.readTree(CONTRACTS.resolve("asyncapi.yml")));

    @Test
    void every_topic_is_a_channel_with_the_events_of_its_interface() {
        Map<String, Object> channels = new LinkedHashMap<>();
        for (Class<?> topic : PublishedEvent.class.getPermittedSubclasses()) {
            channels.put(
                    channelOf(topicOf(topic)),
                    Map.of(
                            "address",
                            topicOf(topic),
                            "messages",
                            events(topic)
                                    .collect(Collectors.toMap(
                                            Class::getSimpleName, event -> reference("components/messages", event)))));
        }
        assertThat(channels).hasSize(Topics.ALL.size());
        assertThat(document.path("channels")).isEqualTo(tree(channels));
    }

    @Test
    void every_event_has_a_type_name_and_is_a_message_of_that_name() {
        Map<String, Object> messages = new LinkedHashMap<>();
        EventTypes.all()
                .forEach((name, event) -> messages.put(
                        event.getSimpleName(),
                        Map.of(
                                "name",
                                name,
                                "traits",
                                List.of(Map.of("$ref", "#/components/messageTraits/CloudEvent")),
                                "payload",
                                reference("components/schemas", event))));
        assertThat(allEvents())
                .containsExactlyInAnyOrderElementsOf(
                        List.copyOf(EventTypes.all().values()));
        assertThat(document.at("/components/messages")).isEqualTo(tree(messages));
    }

    @Test
    void every_payload_has_the_components_types_and_codes_of_its_record() {
        Map<String, Object> schemas = new LinkedHashMap<>();
        allEvents().forEach(event -> describe(event, schemas));
        assertThat(document.at("/components/schemas")).isEqualTo(tree(schemas));
    }

    @Test
    void the_service_a_topic_is_named_after_sends_and_the_listeners_receive() {
        Map<String, Object> operations = new LinkedHashMap<>();
        for (String topic : Topics.ALL) {
            Map<String, String> channel = Map.of("$ref", "#/channels/" + channelOf(topic));
            String owner = topic.substring(0, topic.indexOf('.'));
            operations.put(
                    owner + "Sends" + capitalised(channelOf(topic)), Map.of("action", "send", "channel", channel));
            for (String listener : LISTENERS.getOrDefault(topic, List.of())) {
                Map<String, String> group = Map.of("type", "string", "const", listener);
                operations.put(
                        listener + "Receives" + capitalised(channelOf(topic)),
                        Map.of(
                                "action",
                                "receive",
                                "channel",
                                channel,
                                "bindings",
                                Map.of("kafka", Map.of("groupId", group))));
            }
        }
        assertThat(document.path("operations")).isEqualTo(tree(operations));
    }

    @Test
    void every_message_has_the_headers_of_a_cloud_event_and_the_inquiry_as_its_key() {
        JsonNode trait = document.at("/components/messageTraits/CloudEvent");
        List<String> headers = trait.at("/headers/properties")
                .propertyStream()
                .map(Map.Entry::getKey)
                .toList();

        assertThat(headers)
                .contains("ce_id", "ce_type", "ce_source", "ce_time", "ce_subject", "ce_sequence", "traceparent");
        assertThat(trait.at("/headers/required")).isEqualTo(tree(headers));
        assertThat(trait.at("/bindings/kafka/key")).isEqualTo(tree(described(UUID.class, Map.of())));
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(document.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
    }

    @Test
    void every_message_has_one_example_that_its_schema_allows() throws IOException {
        Map<String, JsonNode> examples = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(CONTRACTS.resolve("examples"))) {
            files.forEach(file -> examples.put(
                    file.getFileName().toString(), JsonMapper.shared().readTree(file)));
        }
        assertThat(examples.keySet())
                .containsExactlyInAnyOrderElementsOf(EventTypes.all().keySet().stream()
                        .map(name -> name + ".json")
                        .toList());
        EventTypes.all()
                .forEach((name, event) -> assertThat(breaches(
                                examples.getOrDefault(name + ".json", tree(Map.of())),
                                document.at("/components/schemas/" + event.getSimpleName())))
                        .as(name)
                        .isEmpty());
    }

    private static void describe(Class<?> described, Map<String, Object> schemas) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : described.getRecordComponents()) {
            properties.put(component.getName(), described(component.getGenericType(), schemas));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        schemas.put(
                described.getSimpleName(), Map.of("type", "object", "required", required, "properties", properties));
    }

    private static Map<String, ?> described(Type type, Map<String, Object> schemas) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return Map.of("type", "array", "items", described(list.getActualTypeArguments()[0], schemas));
        }
        if (type instanceof Class<?> code && code.isEnum()) {
            List<String> constants =
                    Arrays.stream(code.getEnumConstants()).map(Object::toString).toList();
            return Map.of("type", "string", "enum", constants);
        }
        if (type instanceof Class<?> nested && nested.isRecord()) {
            describe(nested, schemas);
            return reference("components/schemas", nested);
        }
        return switch (type.getTypeName()) {
            case "java.lang.String" -> Map.of("type", "string");
            case "java.util.UUID" -> Map.of("type", "string", "format", "uuid");
            case "java.time.Instant" -> Map.of("type", "string", "format", "date-time");
            case "int", "java.lang.Integer" -> Map.of("type", "integer", "format", "int32");
            default -> throw new AssertionError(type + " has no form on the wire yet");
        };
    }

    /** As much of JSON Schema as the document uses. */
    private Stream<String> breaches(JsonNode value, JsonNode schema) {
        if (schema.has("$ref")) {
            return breaches(value, document.at(schema.path("$ref").asString().substring(1)));
        }
        boolean allowed = switch (schema.path("type").asString()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "integer" -> value.isInt();
            default -> value.isString() && allows(schema, value.asString());
        };
        if (!allowed) {
            return Stream.of(value + " is not " + schema);
        }
        JsonNode properties = schema.path("properties");
        Stream<String> missing = schema.path("required")
                .valueStream()
                .map(JsonNode::asString)
                .filter(name -> !value.has(name))
                .map(name -> name + " is missing");
        Stream<String> inFields = value.propertyStream()
                .flatMap(field -> properties.has(field.getKey())
                        ? breaches(field.getValue(), properties.path(field.getKey()))
                        : Stream.of(field.getKey() + " is not in the schema"));
        Stream<String> inItems = value.isArray()
                ? value.valueStream().flatMap(item -> breaches(item, schema.path("items")))
                : Stream.of();
        return Stream.of(missing, inFields, inItems).flatMap(all -> all);
    }

    private static boolean allows(JsonNode schema, String text) {
        if (schema.has("enum")) {
            return schema.path("enum")
                    .valueStream()
                    .anyMatch(code -> code.asString().equals(text));
        }
        return switch (schema.path("format").asString("")) {
            case "uuid" -> UUID.fromString(text).toString().equals(text);
            case "date-time" -> Instant.parse(text).toString().equals(text);
            default -> true;
        };
    }

    private static List<Class<?>> allEvents() {
        return Arrays.stream(PublishedEvent.class.getPermittedSubclasses())
                .<Class<?>>flatMap(AsyncApiContractTest::events)
                .toList();
    }

    private static Stream<Class<?>> events(Class<?> topic) {
        return Arrays.stream(topic.getPermittedSubclasses());
    }

    private static String topicOf(Class<?> topic) {
        return Topics.ALL.stream()
                .filter(name -> capitalised(channelOf(name)).equals(topic.getSimpleName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(topic + " has no topic"));
    }

    /** {@code booking.inquiries.v1} is {@code bookingInquiries}, like the function that listens to it. */
    private static String channelOf(String topic) {
        String[] parts = topic.split("\\.", -1);
        return parts[0] + capitalised(parts[1]);
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Map<String, String> reference(String folder, Class<?> named) {
        return Map.of("$ref", "#/" + folder + "/" + named.getSimpleName());
    }

    private static JsonNode tree(Object value) {
        return YAML.valueToTree(value);
    }

    /** Descriptions are for people; what remains is for machines, and is compared. */
    private static JsonNode withoutWords(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String words : List.of("description", "summary")) {
                if (object.path(words).isString()) {
                    object.remove(words);
                }
            }
        }
        node.forEach(AsyncApiContractTest::withoutWords);
        return node;
    }
}
