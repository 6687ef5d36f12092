package org.rapport.matching.referrals;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.rapport.contracts.BookingCalls;
import org.rapport.contracts.BookingInquiries;
import org.rapport.contracts.IntakeResponses;
import org.rapport.contracts.NotificationMessages;
import org.rapport.contracts.PublishedEvent;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.EventConsumers;
import org.rapport.delivery.WakeUps;
import org.rapport.matching.ranking.domain.Ranker;
import org.rapport.matching.referrals.application.AcceptOfferHandler;
import org.rapport.matching.referrals.application.DeclineOfferHandler;
import org.rapport.matching.referrals.application.LapseOffer;
import org.rapport.matching.referrals.application.MakeOfferHandler;
import org.rapport.matching.referrals.application.NoteFactHandler;
import org.rapport.matching.referrals.application.RankCandidates;
import org.rapport.matching.referrals.application.TakeReferralHandler;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Seats;
import org.rapport.matching.referrals.events.FactTranslation;
import org.rapport.matching.referrals.events.ReferralPublication;
import org.rapport.matching.referrals.mongo.MongoReferrals;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.web.Practice;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
class ReferralsConfiguration {
    @Bean
    MongoReferrals referrals(DocumentStore store, Roster roster) {
        MongoReferrals referrals = new MongoReferrals(store, ReferralPublication::of);
        for (Therapist therapist : roster.therapists()) {
            if (therapist.existingClients() > 0) {
                referrals.holdForExistingClients(therapist.id(), therapist.existingClients());
            }
        }
        return referrals;
    }

    @Bean
    LapseOffer lapseOffer(MongoReferrals referrals, WakeUps wakeUps, Clock clock) {
        LapseOffer lapse = new LapseOffer(referrals, clock);
        referrals.wakeWith(wakeUps::on, lapse::on);
        return lapse;
    }

    @Bean
    RankCandidates rankCandidates(
            Roster roster, Referrals referrals, Seats seats, Ranker ranker, Clock clock, Practice practice) {
        return new RankCandidates(roster, referrals, seats, ranker, clock, practice.zone());
    }

    @Bean
    TakeReferralHandler takeReferral(Referrals referrals, Clock clock) {
        return new TakeReferralHandler(referrals, clock);
    }

    @Bean
    MakeOfferHandler makeOffer(
            Referrals referrals,
            RankCandidates candidates,
            Clock clock,
            @Value("${rapport.matching.offer-valid-for}") Duration validFor) {
        return new MakeOfferHandler(referrals, candidates, clock, validFor);
    }

    @Bean
    AcceptOfferHandler acceptOffer(
            Referrals referrals, Seats seats, Roster roster, RankCandidates candidates, Clock clock) {
        return new AcceptOfferHandler(referrals, seats, roster, candidates, clock);
    }

    @Bean
    DeclineOfferHandler declineOffer(Referrals referrals, Clock clock) {
        return new DeclineOfferHandler(referrals, clock);
    }

    @Bean
    NoteFactHandler noteFact(Referrals referrals) {
        return new NoteFactHandler(referrals);
    }

    @Bean
    Consumer<Message<byte[]>> bookingInquiries(EventConsumers consumers, NoteFactHandler handler) {
        return noting(consumers, BookingInquiries.class, handler);
    }

    @Bean
    Consumer<Message<byte[]>> bookingCalls(EventConsumers consumers, NoteFactHandler handler) {
        return noting(consumers, BookingCalls.class, handler);
    }

    @Bean
    Consumer<Message<byte[]>> intakeResponses(EventConsumers consumers, NoteFactHandler handler) {
        return noting(consumers, IntakeResponses.class, handler);
    }

    @Bean
    Consumer<Message<byte[]>> notificationMessages(EventConsumers consumers, NoteFactHandler handler) {
        return noting(consumers, NotificationMessages.class, handler);
    }

    private static <E extends PublishedEvent> Consumer<Message<byte[]>> noting(
            EventConsumers consumers, Class<E> topic, NoteFactHandler handler) {
        return consumers.of(topic, received -> handler.handle(FactTranslation.of(received)));
    }
}
