package org.rapport.matching.guides;

import org.rapport.matching.guides.domain.Guides;
import org.rapport.matching.roster.domain.Vocabulary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GuidesConfiguration {
    @Bean
    Guides guides(Vocabulary vocabulary) {
        return new Guides(PublishedGuides.read(), vocabulary);
    }
}
