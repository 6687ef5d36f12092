package org.rapport.booking.calls.mongo;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.rapport.booking.BookingApplication;
import org.rapport.booking.RunningBooking;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.CallsContract;
import org.rapport.booking.calls.events.CallEventTranslation;
import org.rapport.delivery.DocumentStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

@RunningBooking
class MongoCallsIT extends CallsContract {

    private static @Nullable ConfigurableApplicationContext secondInstance;

    @Autowired
    private DocumentStore store;

    @Autowired
    private Environment environment;

    private final List<String> published = new CopyOnWriteArrayList<>();
    private String collection = "";

    @AfterAll
    static void stop_the_second_instance() {
        if (secondInstance != null) {
            secondInstance.close();
            secondInstance = null;
        }
    }

    @Override
    protected Calls emptyCalls() {
        collection = "calls-" + UUID.randomUUID();
        return calls(store);
    }

    /** With a client, a relay and wake-ups of its own. */
    @Override
    protected Calls anotherInstance() {
        if (secondInstance == null) {
            secondInstance = BookingApplication.application()
                    .run(
                            "--server.port=0",
                            same("rapport.secret"),
                            same("MONGODB_URI"),
                            same("KAFKA_BOOTSTRAP_SERVERS"),
                            same("RAPPORT_DATABASE_PREFIX"));
        }
        return calls(secondInstance.getBean(DocumentStore.class));
    }

    @Override
    protected List<String> published() {
        return published;
    }

    private String same(String setting) {
        return "--" + setting + "=" + environment.getRequiredProperty(setting);
    }

    private Calls calls(DocumentStore documents) {
        return new MongoCalls(
                documents.collection(collection, CallDocument.class, MongoCalls.byHostAndStart()), event -> {
                    published.add(event.getClass().getSimpleName());
                    return CallEventTranslation.published(event);
                });
    }
}
