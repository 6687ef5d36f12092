package org.rapport.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.rapport.contracts.EventTypes;
import org.rapport.contracts.PublishedEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of events: absent means null, unknown fields are passed over, a missing required one makes the event unreadable. */
public final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private EventJson() {}

    public static String write(PublishedEvent event) {
        return MAPPER.writeValueAsString(event);
    }

    /** @throws UnreadableEvent when the type is unknown or the body is not such an event */
    public static PublishedEvent read(String type, byte[] body) {
        Class<? extends PublishedEvent> known =
                EventTypes.classOf(type).orElseThrow(() -> new UnreadableEvent("unknown type"));
        PublishedEvent event;
        try {
            event = MAPPER.readValue(new String(body, StandardCharsets.UTF_8), known);
        } catch (JacksonException e) {
            // The cause quotes the body, which must reach neither a log nor a dead letter's header.
            throw new UnreadableEvent(
                    "body is no " + known.getSimpleName() + " (" + e.getClass().getSimpleName() + ")");
        }
        if (event == null) {
            throw new UnreadableEvent("body is null");
        }
        requireComplete((Record) event);
        return event;
    }

    private static void requireComplete(Record value) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object part = read(value, component);
            if (part == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new UnreadableEvent(value.getClass().getSimpleName() + " without " + component.getName());
            }
            if (part instanceof Record nested) {
                requireComplete(nested);
            }
        }
    }

    private static @Nullable Object read(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
