package org.rapport.matching.ranking;

import org.rapport.matching.ranking.domain.Ranker;
import org.rapport.matching.ranking.domain.Weights;
import org.rapport.matching.roster.domain.Compacts;
import org.rapport.matching.roster.domain.Vocabulary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RankingConfiguration {
    @Bean
    Weights weights() {
        return PublishedWeights.read();
    }

    @Bean
    Ranker ranker(Weights weights, Vocabulary vocabulary, Compacts compacts) {
        return new Ranker(weights, vocabulary, compacts);
    }
}
