package org.rapport.booking.calls;

import java.time.Clock;
import java.util.UUID;
import org.rapport.booking.calls.application.LapseHold;
import org.rapport.booking.calls.application.LapseHoldHandler;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.events.CallEventTranslation;
import org.rapport.booking.calls.mongo.CallDocument;
import org.rapport.booking.calls.mongo.MongoCalls;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.WakeUps;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where calls are kept; what can be done with them is in {@link CallHandlers}. */
@Configuration(proxyBeanMethods = false)
class CallsConfiguration {

    @Bean
    Documents<CallDocument> callDocuments(DocumentStore store) {
        return store.collection(MongoCalls.COLLECTION, CallDocument.class, MongoCalls.byHostAndStart());
    }

    @Bean
    Calls calls(Documents<CallDocument> callDocuments) {
        return new MongoCalls(callDocuments, CallEventTranslation::published);
    }

    @Bean
    SmartInitializingSingleton lapsingHolds(
            WakeUps wakeUps, Documents<CallDocument> callDocuments, Calls calls, Clock clock) {
        LapseHoldHandler lapse = new LapseHoldHandler(calls, clock);
        return () -> wakeUps.on(callDocuments, id -> lapse.handle(new LapseHold(new CallId(UUID.fromString(id)))));
    }
}
