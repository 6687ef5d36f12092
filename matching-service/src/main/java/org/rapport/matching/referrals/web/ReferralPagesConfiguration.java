package org.rapport.matching.referrals.web;

import org.rapport.matching.referrals.application.RankCandidates;
import org.rapport.matching.referrals.domain.Clocks;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.web.Practice;
import org.rapport.web.PublicUrls;
import org.rapport.web.ServiceClients;
import org.rapport.web.SignedLinks;
import org.rapport.web.Times;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReferralPagesConfiguration {
    @Bean
    BookingAnswers bookingAnswers(ServiceClients clients) {
        return new BookingAnswers(clients.to("booking"));
    }

    @Bean
    IntakeAnswers intakeAnswers(ServiceClients clients) {
        return new IntakeAnswers(clients.to("intake"));
    }

    @Bean
    Words words(MessageSource messages, Times times, Roster roster, Practice practice) {
        return new Words(messages, times, roster, practice);
    }

    @Bean
    PersonLinks personLinks(SignedLinks links, PublicUrls urls) {
        return new PersonLinks(links, urls);
    }

    @Bean
    PersonTexts personTexts(
            MessageSource messages, Times times, Roster roster, RankCandidates candidates, Practice practice) {
        return new PersonTexts(messages, times, roster, candidates, practice);
    }

    @Bean
    ReferralWords referralWords(Words words, Times times, Roster roster, Clocks clocks) {
        return new ReferralWords(words, times, roster, clocks);
    }
}
