package org.rapport.booking.calls;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.rapport.booking.calls.application.IndexUpkeep;
import org.rapport.booking.calls.application.IndexedCalls;
import org.rapport.booking.calls.application.LapseHold;
import org.rapport.booking.calls.application.LapseHoldHandler;
import org.rapport.booking.calls.application.OpeningsIndex;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.events.CallEventTranslation;
import org.rapport.booking.calls.events.CallNews;
import org.rapport.booking.calls.events.QuestionnaireWithCall;
import org.rapport.booking.calls.mongo.CallDocument;
import org.rapport.booking.calls.mongo.MongoCalls;
import org.rapport.booking.hosts.SettingsWatch;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Practices;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.looks.BackgroundLooks;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.EventConsumers;
import org.rapport.delivery.WakeUps;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Where calls are kept; what can be done with them is in {@link CallHandlers}. */
@Configuration(proxyBeanMethods = false)
class CallsConfiguration {

    @Bean
    Documents<CallDocument> callDocuments(DocumentStore store) {
        return store.collection(
                MongoCalls.COLLECTION,
                CallDocument.class,
                MongoCalls.byHostAndStart(),
                MongoCalls.companionsByHostAndStart());
    }

    @Bean
    Calls calls(Documents<CallDocument> callDocuments, OpeningsIndex index) {
        return new IndexedCalls(new MongoCalls(callDocuments, CallEventTranslation::published), index);
    }

    @Bean
    IndexUpkeep indexUpkeep(OpeningsIndex index, Hosts hosts, Practices practices, Calls calls, Clock clock) {
        return new IndexUpkeep(index, hosts, practices, calls, clock);
    }

    @Bean
    BackgroundLooks openingsLooks(IndexUpkeep upkeep) {
        return new BackgroundLooks("the openings in memory", new OpeningsLook(upkeep), OpeningsLook::pauseAfter);
    }

    @Bean
    SettingsWatch openingsSettingsWatch(IndexUpkeep upkeep) {
        return upkeep::settingsChanged;
    }

    @Bean
    Consumer<Message<byte[]>> bookingCalls(EventConsumers consumers, OpeningsIndex index, IndexUpkeep upkeep) {
        return new CallNews(index, upkeep).consumer(consumers);
    }

    @Bean
    QuestionnaireWithCall questionnaireWithCall(Inquiries inquiries) {
        return new QuestionnaireWithCall(inquiries);
    }

    @Bean
    SmartInitializingSingleton lapsingHolds(
            WakeUps wakeUps, Documents<CallDocument> callDocuments, Calls calls, Clock clock) {
        LapseHoldHandler lapse = new LapseHoldHandler(calls, clock);
        return () -> wakeUps.on(callDocuments, id -> lapse.handle(new LapseHold(new CallId(UUID.fromString(id)))));
    }
}
