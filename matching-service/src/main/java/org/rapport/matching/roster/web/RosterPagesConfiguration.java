package org.rapport.matching.roster.web;

import org.rapport.matching.roster.domain.Compacts;
import org.rapport.matching.roster.domain.Vocabulary;
import org.rapport.web.Times;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RosterPagesConfiguration {
    @Bean
    RosterTexts rosterTexts(MessageSource messages, Vocabulary vocabulary, Compacts compacts, Times times) {
        return new RosterTexts(messages, vocabulary, compacts, times);
    }
}
