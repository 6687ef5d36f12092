package org.rapport.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapport.contracts.EventTypes;
import org.rapport.contracts.PublishedEvent;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What an event looks like on the wire, byte for byte, and what is still read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventContractTest {
    private static final String SUBMITTED = "org.rapport.intake.response-submitted.v1";
    private static final String OFFER_MADE = "org.rapport.matching.offer-made.v1";

    static Stream<String> types() {
        return EventTypes.all().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_bytes_stay_as_they_are_and_read_back_equal(String type) {
        PublishedEvent event = ExampleEvents.ALL.stream()
                .filter(example -> EventTypes.nameOf(example).equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no example of " + type));

        assertThat(EventJson.write(event)).isEqualTo(example(type));
        assertThat(EventJson.read(type, bytes(example(type)))).isEqualTo(event);
    }

    @Test
    void a_missing_file_fails() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> example("org.rapport.booking.call-lost.v1"))
                .withMessageContaining("call-lost.v1.json is missing");
    }

    @Test
    void a_field_this_version_does_not_know_is_passed_over() {
        String newer = example(SUBMITTED)
                .replace("\"criteria\":{", "\"criteria\":{\"pets\":[{\"name\":\"Rex\"}],")
                .replaceFirst("\\{", "{\"source\":null,");

        assertThat(read(SUBMITTED, newer)).isEqualTo(ExampleEvents.submitted(160));
    }

    @Test
    void what_may_be_absent_reads_as_none_and_is_not_written() {
        String without = example(SUBMITTED).replace("\"maximumFee\":160,", "");
        String asNull = example(SUBMITTED).replace("160", "null");

        assertThat(read(SUBMITTED, without)).isEqualTo(ExampleEvents.submitted(null));
        assertThat(read(SUBMITTED, asNull)).isEqualTo(ExampleEvents.submitted(null));
        assertThat(EventJson.write(ExampleEvents.submitted(null))).isEqualTo(without);
    }

    @Test
    void order_and_white_space_do_not_matter() {
        String spread = """
                { "openedAt" : "2026-11-22T11:40:01.000Z",
                  "inquiryId" : "8C1F6A52-3D0E-4B7A-9F21-5E6D7C8B9A01" }
                """;
        String type = "org.rapport.matching.referral-opened.v1";

        assertThat(EventJson.write(read(type, spread))).isEqualTo(example(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void no_field_may_be_missing_or_null_unless_the_contract_says_so(String type) {
        assertThat(EventTypes.classOf(type).orElseThrow().getRecordComponents())
                .filteredOn(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .isNotEmpty()
                .allSatisfy(component -> {
                    String renamed = example(type).replace("\"" + component.getName() + "\":", "\"gone\":");
                    String asNull = example(type)
                            .replaceFirst(
                                    "\"" + component.getName() + "\":(\"[^\"]*\"|\\[[^]]*]|\\{[^}]*}|\\d+)",
                                    "\"" + component.getName() + "\":null");
                    assertThat(asNull).isNotEqualTo(example(type));
                    assertUnreadable(type, bytes(renamed));
                    assertUnreadable(type, bytes(asNull));
                });
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                unreadable("no JSON", OFFER_MADE, _ -> "Ana Ruiz, ana@example.org"),
                unreadable("nothing", OFFER_MADE, _ -> ""),
                unreadable("null", OFFER_MADE, _ -> "null"),
                unreadable("a list", OFFER_MADE, json -> "[" + json + "]"),
                unreadable("a string", OFFER_MADE, _ -> "\"Ana Ruiz\""),
                unreadable("cut short", OFFER_MADE, json -> json.substring(0, json.length() - 1)),
                unreadable("trailing garbage", OFFER_MADE, json -> json + "x"),
                unreadable("a second event", OFFER_MADE, json -> json + json),
                unreadable("a field twice", OFFER_MADE, json -> json.replaceFirst("\\{", "{\"number\":7,")),
                unreadable("a megabyte of spaces", OFFER_MADE, _ -> " ".repeat(1_000_000)),
                unreadable("10,000 deep", OFFER_MADE, _ -> "[".repeat(10_000) + "]".repeat(10_000)),
                unreadable(
                        "10,000 deep in an unknown field",
                        OFFER_MADE,
                        json -> json.replaceFirst(
                                "\\{", "{\"new\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000) + ",")),
                unreadable("a missing field inside", SUBMITTED, json -> json.replace("\"state\":\"IL\",", "")),
                unreadable("an unknown code", SUBMITTED, json -> json.replace("ROUTINE", "Ana Ruiz")),
                unreadable("a code by number", SUBMITTED, json -> json.replace("\"ROUTINE\"", "0")),
                unreadable("an empty code", SUBMITTED, json -> json.replace("ROUTINE", "")),
                unreadable("null in a list", SUBMITTED, json -> json.replace("\"grief\"", "null")),
                unreadable("a number in a list of texts", SUBMITTED, json -> json.replace("\"grief\"", "7")),
                unreadable("an object for a text", SUBMITTED, json -> json.replace("\"IL\"", "{\"$ne\":null}")),
                unreadable("a number for a text", SUBMITTED, json -> json.replace("\"IL\"", "7")),
                unreadable("true for a text", SUBMITTED, json -> json.replace("\"IL\"", "true")),
                unreadable("a text for a list", SUBMITTED, json -> json.replace("[\"relational\"]", "\"relational\"")),
                unreadable("a text for a number", OFFER_MADE, json -> json.replace(":1,", ":\"1\",")),
                unreadable("a fraction for a number", OFFER_MADE, json -> json.replace(":1,", ":1.5,")),
                unreadable("a number too great", OFFER_MADE, json -> json.replace(":1,", ":3000000000,")),
                unreadable(
                        "a number of 300 digits", OFFER_MADE, json -> json.replace(":1,", ":" + "9".repeat(300) + ",")),
                unreadable("NaN", OFFER_MADE, json -> json.replace(":1,", ":NaN,")),
                unreadable("no UUID", OFFER_MADE, json -> json.replace("7d6c5b4a", "Ana Ruiz")),
                unreadable(
                        "an empty UUID",
                        OFFER_MADE,
                        json -> json.replaceFirst("\"offerId\":\"[^\"]*\"", "\"offerId\":\"\"")),
                unreadable(
                        "a number for a time",
                        OFFER_MADE,
                        json -> json.replace("\"2026-11-24T14:05:00Z\"", "1700000000")),
                unreadable(
                        "a number in quotes for a time",
                        OFFER_MADE,
                        json -> json.replace("2026-11-24T14:05:00Z", "1700000000")),
                unreadable("no time", OFFER_MADE, json -> json.replace("2026-11-24", "2026-02-30")),
                unreadable("an empty time", OFFER_MADE, json -> json.replace("2026-11-24T14:05:00Z", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void what_cannot_be_read_is_refused_and_not_quoted(String name, String type, String body) {
        assertThat(body).as(name).isNotEqualTo(example(type));
        assertUnreadable(type, bytes(body));
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        assertUnreadable(OFFER_MADE, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    }

    @Test
    void a_type_nobody_knows_is_refused_and_not_quoted() {
        assertUnreadable("org.example.ana-ruiz", bytes(example(OFFER_MADE)));
    }

    @Test
    void the_document_names_the_headers_that_are_sent() throws IOException {
        try (InputStream document = resource("asyncapi.yml")) {
            Object headers = Stream.of("components", "messageTraits", "CloudEvent", "headers", "properties")
                    .reduce(
                            new Yaml(new SafeConstructor(new LoaderOptions())).load(document),
                            (node, key) -> ((Map<?, ?>) node).get(key),
                            (a, _) -> a);
            List<Object> sent = Arrays.stream(CloudEventHeaders.class.getDeclaredFields())
                    .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                    .map(EventContractTest::value)
                    .toList();
            assertThat(((Map<?, ?>) headers).keySet().stream().<Object>map(key -> key))
                    .containsExactlyInAnyOrderElementsOf(sent);
        }
    }

    private static Arguments unreadable(String name, String type, UnaryOperator<String> damage) {
        return Arguments.of(name, type, damage.apply(example(type)));
    }

    private static void assertUnreadable(String type, byte[] body) {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> EventJson.read(type, body))
                .withNoCause()
                .satisfies(refused -> assertThat(refused.getMessage())
                        // Class and component names only: ASCII, short, and no value of any example.
                        .matches("[A-Za-z ()]{1,80}")
                        .doesNotContainIgnoringCase("ana", "ruiz", "rex", "8c1f", "grief"));
    }

    private static PublishedEvent read(String type, String json) {
        return EventJson.read(type, bytes(json));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String example(String type) {
        try (InputStream file = resource("examples/" + type + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(type, e);
        }
    }

    private static InputStream resource(String name) {
        InputStream resource = EventTypes.class.getResourceAsStream("/contracts/" + name);
        if (resource == null) {
            throw new AssertionError("contracts/" + name + " is missing");
        }
        return resource;
    }

    private static Object value(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
