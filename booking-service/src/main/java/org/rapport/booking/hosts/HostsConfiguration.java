package org.rapport.booking.hosts;

import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Practices;
import org.rapport.booking.hosts.mongo.HostDocument;
import org.rapport.booking.hosts.mongo.MongoHosts;
import org.rapport.booking.hosts.mongo.MongoPractices;
import org.rapport.booking.hosts.mongo.PracticeDocument;
import org.rapport.booking.hosts.mongo.SamplePractice;
import org.rapport.delivery.DocumentStore;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HostsConfiguration {

    @Bean
    Hosts hosts(DocumentStore store) {
        return new MongoHosts(store.collection(MongoHosts.COLLECTION, HostDocument.class));
    }

    @Bean
    Practices practices(DocumentStore store) {
        return new MongoPractices(store.collection(MongoPractices.COLLECTION, PracticeDocument.class));
    }

    /** Before the first request is let in, so that nobody sees an empty practice. */
    @Bean
    @ConditionalOnBooleanProperty("rapport.sample-data")
    SmartInitializingSingleton samplePractice(Hosts hosts, Practices practices) {
        return () -> SamplePractice.load(hosts, practices);
    }
}
