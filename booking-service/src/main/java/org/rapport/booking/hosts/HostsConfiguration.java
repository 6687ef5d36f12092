package org.rapport.booking.hosts;

import org.rapport.booking.hosts.application.ToldHosts;
import org.rapport.booking.hosts.application.ToldPractices;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Practices;
import org.rapport.booking.hosts.mongo.HostDocument;
import org.rapport.booking.hosts.mongo.MongoHosts;
import org.rapport.booking.hosts.mongo.MongoPractices;
import org.rapport.booking.hosts.mongo.PracticeDocument;
import org.rapport.booking.hosts.mongo.SamplePractice;
import org.rapport.delivery.DocumentStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HostsConfiguration {

    private static final Logger log = LoggerFactory.getLogger(HostsConfiguration.class);

    @Bean
    Hosts hosts(DocumentStore store, ObjectProvider<SettingsWatch> watches) {
        return new ToldHosts(
                new MongoHosts(store.collection(MongoHosts.COLLECTION, HostDocument.class)), () -> tell(watches));
    }

    @Bean
    Practices practices(DocumentStore store, ObjectProvider<SettingsWatch> watches) {
        return new ToldPractices(
                new MongoPractices(store.collection(MongoPractices.COLLECTION, PracticeDocument.class)),
                () -> tell(watches));
    }

    /** What was saved is saved, even if whoever remembers it cannot read it now. */
    private static void tell(ObjectProvider<SettingsWatch> watches) {
        try {
            watches.forEach(SettingsWatch::settingsChanged);
        } catch (RuntimeException e) {
            log.warn("changed settings are not remembered yet: {}", e.getClass().getName());
        }
    }

    /** Before the first request is let in, so that nobody sees an empty practice. */
    @Bean
    @ConditionalOnBooleanProperty("rapport.sample-data")
    SmartInitializingSingleton samplePractice(Hosts hosts, Practices practices) {
        return () -> SamplePractice.load(hosts, practices);
    }
}
