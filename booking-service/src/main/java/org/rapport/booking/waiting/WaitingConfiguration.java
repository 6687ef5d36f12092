package org.rapport.booking.waiting;

import java.time.Clock;
import java.util.UUID;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.waiting.application.EndWaitingHandler;
import org.rapport.booking.waiting.application.NoteFreedTimeHandler;
import org.rapport.booking.waiting.application.PassOn;
import org.rapport.booking.waiting.application.PassOnHandler;
import org.rapport.booking.waiting.application.SettleOfferHandler;
import org.rapport.booking.waiting.application.WakeWaiter;
import org.rapport.booking.waiting.application.WakeWaiterHandler;
import org.rapport.booking.waiting.domain.FreedTimeId;
import org.rapport.booking.waiting.domain.FreedTimes;
import org.rapport.booking.waiting.domain.WaiterId;
import org.rapport.booking.waiting.domain.Waiters;
import org.rapport.booking.waiting.events.CallsConsumer;
import org.rapport.booking.waiting.events.WaiterEventTranslation;
import org.rapport.booking.waiting.mongo.FreedTimeDocument;
import org.rapport.booking.waiting.mongo.MongoFreedTimes;
import org.rapport.booking.waiting.mongo.MongoWaiters;
import org.rapport.booking.waiting.mongo.WaiterDocument;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.WakeUps;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the wait list is kept, what it hears and when it wakes; what can be done with it is in {@link WaitingHandlers}. */
@Configuration(proxyBeanMethods = false)
class WaitingConfiguration {

    @Bean
    Documents<WaiterDocument> waiterDocuments(DocumentStore store) {
        return store.collection(MongoWaiters.COLLECTION, WaiterDocument.class, MongoWaiters.inTheOrderTheyCame());
    }

    @Bean
    Documents<FreedTimeDocument> freedTimeDocuments(DocumentStore store) {
        return store.collection(MongoFreedTimes.COLLECTION, FreedTimeDocument.class);
    }

    @Bean
    Waiters waiters(Documents<WaiterDocument> waiterDocuments) {
        return new MongoWaiters(waiterDocuments, WaiterEventTranslation::published);
    }

    @Bean
    FreedTimes freedTimes(Documents<FreedTimeDocument> freedTimeDocuments) {
        return new MongoFreedTimes(freedTimeDocuments);
    }

    @Bean
    CallsConsumer waitListCalls(
            FreedTimes freedTimes, Waiters waiters, PassOnHandler passOn, EndWaitingHandler endWaiting, Clock clock) {
        return new CallsConsumer(
                new NoteFreedTimeHandler(freedTimes, clock), new SettleOfferHandler(waiters, passOn), endWaiting);
    }

    @Bean
    SmartInitializingSingleton passingTimesOn(
            WakeUps wakeUps, Documents<FreedTimeDocument> freedTimeDocuments, PassOnHandler passOn) {
        return () -> wakeUps.on(freedTimeDocuments, id -> passOn.handle(new PassOn(FreedTimeId.parse(id))));
    }

    @Bean
    SmartInitializingSingleton wakingWaiters(
            WakeUps wakeUps, Documents<WaiterDocument> waiterDocuments, Waiters waiters, Calls calls, Clock clock) {
        WakeWaiterHandler wake = new WakeWaiterHandler(waiters, calls, clock);
        return () -> wakeUps.on(waiterDocuments, id -> wake.handle(new WakeWaiter(new WaiterId(UUID.fromString(id)))));
    }
}
