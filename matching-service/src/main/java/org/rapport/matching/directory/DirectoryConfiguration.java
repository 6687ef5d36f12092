package org.rapport.matching.directory;

import org.rapport.matching.directory.domain.Directory;
import org.rapport.matching.roster.domain.Compacts;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.Vocabulary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {
    @Bean
    Directory directory(Roster roster, Vocabulary vocabulary, Compacts compacts) {
        return new Directory(roster, vocabulary, compacts);
    }
}
