package org.rapport.booking.requests;

import org.rapport.booking.requests.application.KeepRequestHandler;
import org.rapport.booking.requests.domain.Requests;
import org.rapport.booking.requests.mongo.MongoRequests;
import org.rapport.booking.requests.mongo.RequestDocument;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.WakeUps;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where kept commands are; how they are kept is in {@link RequestHandlers}. */
@Configuration(proxyBeanMethods = false)
class RequestsConfiguration {

    @Bean
    Documents<RequestDocument> requestDocuments(DocumentStore store) {
        return store.collection(MongoRequests.COLLECTION, RequestDocument.class);
    }

    @Bean
    Requests requests(Documents<RequestDocument> requestDocuments) {
        return new MongoRequests(requestDocuments);
    }

    @Bean
    SmartInitializingSingleton forgettingRequests(
            WakeUps wakeUps, Documents<RequestDocument> requestDocuments, KeepRequestHandler keepRequest) {
        return () -> wakeUps.on(requestDocuments, keepRequest::forget);
    }
}
