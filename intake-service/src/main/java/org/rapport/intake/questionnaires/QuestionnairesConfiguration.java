package org.rapport.intake.questionnaires;

import org.rapport.intake.questionnaires.domain.Questionnaires;
import org.rapport.intake.questionnaires.fhir.QuestionnaireFiles;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QuestionnairesConfiguration {

    @Bean
    Questionnaires questionnaires() {
        return QuestionnaireFiles.shipped();
    }

    /** A broken definition keeps the service from starting; the files have been read meanwhile. */
    @Bean
    SmartInitializingSingleton questionnairesAreSound(Questionnaires questionnaires) {
        return questionnaires::current;
    }
}
