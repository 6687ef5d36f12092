package org.rapport.matching.roster;

import org.rapport.delivery.DocumentStore;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.Therapists;
import org.rapport.matching.roster.mongo.MongoTherapists;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RosterConfiguration {
    @Bean
    Therapists therapists(DocumentStore store) {
        return new MongoTherapists(store);
    }

    @Bean
    Roster roster(Therapists therapists, @Value("${rapport.sample-data:false}") boolean sampleData) {
        Roster roster = new Roster(therapists);
        if (sampleData) {
            roster.add(SampleRoster.therapists());
        }
        return roster;
    }
}
