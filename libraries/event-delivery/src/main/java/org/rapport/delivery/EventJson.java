package org.rapport.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.contracts.EventTypes;
import org.rapport.contracts.PublishedEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** The JSON of events: absent means null, unknown fields are passed over, a missing required one makes the event unreadable. */
public final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // By default Jackson makes 7 of "7", ROUTINE of 0, "true" of true: forms the contract does not have.
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(LogicalType.Textual, EventJson::onlyText)
            .addModule(new SimpleModule().addDeserializer(Instant.class, new WrittenTime()))
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
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

    private static void onlyText(MutableCoercionConfig text) {
        for (CoercionInputShape shape :
                List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            text.setCoercion(shape, CoercionAction.Fail);
        }
    }

    /** By default Jackson also takes 1700000000 and "1700000000" for a time. */
    private static final class WrittenTime extends StdScalarDeserializer<Instant> {
        WrittenTime() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return context.reportInputMismatch(this, "a time is a text");
            }
            try {
                return Instant.parse(parser.getString());
            } catch (DateTimeParseException e) {
                return context.reportInputMismatch(this, "a time is like 2026-11-24T14:05:00Z");
            }
        }
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
