package org.rapport.booking.calls;

import java.time.Clock;
import java.util.UUID;
import org.rapport.booking.calls.application.BookCallHandler;
import org.rapport.booking.calls.application.CancelCallHandler;
import org.rapport.booking.calls.application.ExtendHoldHandler;
import org.rapport.booking.calls.application.FindOpeningsHandler;
import org.rapport.booking.calls.application.HoldCallHandler;
import org.rapport.booking.calls.application.KeepDraftHandler;
import org.rapport.booking.calls.application.LapseHold;
import org.rapport.booking.calls.application.LapseHoldHandler;
import org.rapport.booking.calls.application.ReleaseHoldHandler;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.events.CallEventTranslation;
import org.rapport.booking.calls.mongo.CallDocument;
import org.rapport.booking.calls.mongo.MongoCalls;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.WakeUps;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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

    @Bean
    FindOpeningsHandler findOpeningsHandler(Hosts hosts, Calls calls, Clock clock) {
        return new FindOpeningsHandler(hosts, calls, clock);
    }

    @Bean
    HoldCallHandler holdCallHandler(Hosts hosts, Calls calls, FindOpeningsHandler openings, Clock clock) {
        return new HoldCallHandler(hosts, calls, openings, clock);
    }

    @Bean
    ExtendHoldHandler extendHoldHandler(Calls calls, Clock clock) {
        return new ExtendHoldHandler(calls, clock);
    }

    @Bean
    ReleaseHoldHandler releaseHoldHandler(Calls calls, Clock clock) {
        return new ReleaseHoldHandler(calls, clock);
    }

    @Bean
    KeepDraftHandler keepDraftHandler(Calls calls, Clock clock) {
        return new KeepDraftHandler(calls, clock);
    }

    @Bean
    BookCallHandler bookCallHandler(Calls calls, Inquiries inquiries, Clock clock) {
        return new BookCallHandler(calls, inquiries, clock);
    }

    @Bean
    CancelCallHandler cancelCallHandler(Calls calls, Clock clock) {
        return new CancelCallHandler(calls, clock);
    }
}
