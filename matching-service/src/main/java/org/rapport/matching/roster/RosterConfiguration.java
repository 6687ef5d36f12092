package org.rapport.matching.roster;

import java.time.Clock;
import org.rapport.delivery.DocumentStore;
import org.rapport.matching.roster.application.ChangeTherapistHandler;
import org.rapport.matching.roster.application.ImportRoster;
import org.rapport.matching.roster.application.ImportRosterHandler;
import org.rapport.matching.roster.application.RosterFiles;
import org.rapport.matching.roster.csv.CsvRosterFiles;
import org.rapport.matching.roster.domain.Compacts;
import org.rapport.matching.roster.domain.EntryReader;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.Vocabulary;
import org.rapport.matching.roster.mongo.MongoTherapists;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RosterConfiguration {
    @Bean
    Vocabulary vocabulary() {
        return PublishedVocabulary.vocabulary();
    }

    @Bean
    Compacts compacts() {
        return PublishedVocabulary.compacts();
    }

    @Bean
    EntryReader entryReader(Vocabulary vocabulary, Compacts compacts) {
        return new EntryReader(vocabulary, compacts);
    }

    @Bean
    MongoTherapists therapists(DocumentStore store) {
        return new MongoTherapists(store);
    }

    @Bean
    RosterFiles rosterFiles() {
        return new CsvRosterFiles();
    }

    @Bean
    ImportRosterHandler importRoster(MongoTherapists therapists, RosterFiles files, EntryReader reader, Clock clock) {
        return new ImportRosterHandler(therapists, files, reader, clock);
    }

    /** Who of the sample practice is missing comes, also after a start that broke off; what was changed since stays changed. */
    @Bean
    Roster roster(
            MongoTherapists therapists,
            ImportRosterHandler importRoster,
            @Value("${rapport.sample-data:false}") boolean sampleData) {
        if (sampleData) {
            importRoster.handle(new ImportRoster(SampleRoster.file(), true, true));
        }
        return new Roster(therapists);
    }

    @Bean
    ChangeTherapistHandler changeTherapist(MongoTherapists therapists, Roster roster, EntryReader reader, Clock clock) {
        return new ChangeTherapistHandler(therapists, roster, reader, clock);
    }
}
