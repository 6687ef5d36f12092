package org.rapport.intake.questionnaires;

import java.time.Clock;
import java.time.Duration;
import org.rapport.delivery.DocumentStore;
import org.rapport.intake.questionnaires.application.KnownQuestionnaires;
import org.rapport.intake.questionnaires.application.QuestionnaireLibrary;
import org.rapport.intake.questionnaires.domain.BrokenQuestionnaire;
import org.rapport.intake.questionnaires.domain.DefinitionReader;
import org.rapport.intake.questionnaires.domain.Library;
import org.rapport.intake.questionnaires.fhir.QuestionnaireFiles;
import org.rapport.intake.questionnaires.mongo.MongoLibrary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QuestionnairesConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(QuestionnairesConfiguration.class);

    private final QuestionnaireFiles shipped = QuestionnaireFiles.shipped();

    @Bean
    DefinitionReader definitionReader() {
        return QuestionnaireFiles::readUpload;
    }

    @Bean
    Library questionnaireStore(DocumentStore store) {
        return new MongoLibrary(store);
    }

    @Bean
    KnownQuestionnaires questionnaires(Library library) {
        return new KnownQuestionnaires(shipped, library, QuestionnaireFiles::readStored);
    }

    @Bean
    QuestionnaireLibrary questionnaireLibrary(
            KnownQuestionnaires questionnaires, Library library, DefinitionReader reader, Clock clock) {
        // The store keeps milliseconds; with more, what is read back would differ from what was said.
        return new QuestionnaireLibrary(questionnaires, library, reader, Clock.tick(clock, Duration.ofMillis(1)));
    }

    /**
     * A broken definition of our own keeps the service from starting; the files have been read meanwhile. What is current is in
     * memory from now on, so that whoever is in danger is seen also while the store is away. An upload that cannot be read any more
     * is told of and can be retired: without a service nobody would be called either.
     */
    @Bean
    SmartInitializingSingleton questionnairesAreSound(KnownQuestionnaires questionnaires) {
        return () -> {
            shipped.current();
            try {
                questionnaires.current();
            } catch (BrokenQuestionnaire e) {
                LOG.error("What is current cannot be sent to anybody; retire it. {}", e.getMessage());
            }
        };
    }
}
