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
import org.rapport.matching.referrals.application.AnswerFitCheckHandler;
import org.rapport.matching.referrals.application.Awaken;
import org.rapport.matching.referrals.application.CareForClients;
import org.rapport.matching.referrals.application.ChooseHandler;
import org.rapport.matching.referrals.application.DeclineOfferHandler;
import org.rapport.matching.referrals.application.DeskCommandHandler;
import org.rapport.matching.referrals.application.GoOn;
import org.rapport.matching.referrals.application.LearnDays;
import org.rapport.matching.referrals.application.MakeOfferHandler;
import org.rapport.matching.referrals.application.NoteFactHandler;
import org.rapport.matching.referrals.application.ProposeChoiceHandler;
import org.rapport.matching.referrals.application.RankCandidates;
import org.rapport.matching.referrals.application.TakeReferralHandler;
import org.rapport.matching.referrals.domain.Clocks;
import org.rapport.matching.referrals.domain.FitChecks;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.SeatBook;
import org.rapport.matching.referrals.domain.Seats;
import org.rapport.matching.referrals.events.FactTranslation;
import org.rapport.matching.referrals.events.ReferralPublication;
import org.rapport.matching.referrals.http.BookingDays;
import org.rapport.matching.referrals.mongo.MongoDays;
import org.rapport.matching.referrals.mongo.MongoReferrals;
import org.rapport.matching.roster.domain.Compacts;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.mongo.MongoTherapists;
import org.rapport.web.Practice;
import org.rapport.web.ServiceClients;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ClockSettings.class, FitSettings.class})
class ReferralsConfiguration {
    @Bean
    MongoDays practiceDays(DocumentStore store, Clock clock) {
        return new MongoDays(store, clock);
    }

    @Bean
    LearnDays learnDays(
            ServiceClients services, MongoDays days, MongoReferrals referrals, WakeUps wakeUps, Clock clock) {
        LearnDays learn = new LearnDays(new BookingDays(services.to("booking")), days, referrals::reckonAnew, clock);
        days.wakeWith(wakeUps::on, learn::on);
        return learn;
    }

    @Bean
    Clocks clocks(ClockSettings settings, MongoDays days, Practice practice) {
        return settings.clocks(practice.zone(), day -> days.now().holidays().contains(day));
    }

    @Bean
    FitChecks fitChecks(FitSettings settings) {
        return new FitChecks(settings.after(), settings.validFor());
    }

    @Bean
    MongoReferrals referrals(DocumentStore store, Clocks clocks, Clock clock) {
        return new MongoReferrals(store, clocks, ReferralPublication::of, clock);
    }

    @Bean
    SeatBook seatBook(MongoReferrals referrals) {
        SeatBook book = new SeatBook(referrals);
        referrals.tell(book::learn);
        return book;
    }

    @Bean
    GoOn goOn(RankCandidates candidates, Clock clock, @Value("${rapport.matching.offer-valid-for}") Duration validFor) {
        return new GoOn(candidates, clock, validFor);
    }

    @Bean
    Awaken awaken(
            MongoReferrals referrals, Clocks clocks, GoOn goOn, FitChecks fitChecks, WakeUps wakeUps, Clock clock) {
        Awaken awaken = new Awaken(referrals, clocks, goOn, fitChecks, clock);
        referrals.wakeWith(wakeUps::on, awaken::on);
        return awaken;
    }

    @Bean
    CareForClients careForClients(
            MongoTherapists therapists,
            Compacts compacts,
            MongoReferrals referrals,
            WakeUps wakeUps,
            Clock clock,
            Practice practice) {
        CareForClients care = new CareForClients(therapists, compacts, referrals, referrals, clock, practice.zone());
        therapists.wakeWith(wakeUps::on, care::on);
        return care;
    }

    @Bean
    DeskCommandHandler deskCommands(Referrals referrals, Clocks clocks, Clock clock) {
        return new DeskCommandHandler(referrals, clocks, clock);
    }

    @Bean
    RankCandidates rankCandidates(
            Roster roster,
            SeatBook book,
            Seats seats,
            Ranker ranker,
            Compacts compacts,
            Clock clock,
            Practice practice) {
        return new RankCandidates(roster, book, seats, ranker, compacts, clock, practice.zone());
    }

    @Bean
    TakeReferralHandler takeReferral(Referrals referrals, Clock clock) {
        return new TakeReferralHandler(referrals, clock);
    }

    @Bean
    MakeOfferHandler makeOffer(
            Referrals referrals,
            RankCandidates candidates,
            GoOn goOn,
            Clock clock,
            @Value("${rapport.matching.offer-valid-for}") Duration validFor) {
        return new MakeOfferHandler(referrals, candidates, goOn, clock, validFor);
    }

    @Bean
    AcceptOfferHandler acceptOffer(
            Referrals referrals,
            Seats seats,
            Roster roster,
            RankCandidates candidates,
            FitChecks fitChecks,
            Clock clock) {
        return new AcceptOfferHandler(referrals, seats, roster, candidates, fitChecks, clock);
    }

    @Bean
    ProposeChoiceHandler proposeChoice(
            Referrals referrals,
            RankCandidates candidates,
            Clock clock,
            @Value("${rapport.matching.choice-valid-for}") Duration validFor) {
        return new ProposeChoiceHandler(referrals, candidates, clock, validFor);
    }

    @Bean
    ChooseHandler choose(
            Referrals referrals,
            RankCandidates candidates,
            Clock clock,
            @Value("${rapport.matching.offer-valid-for}") Duration validFor) {
        return new ChooseHandler(referrals, candidates, clock, validFor);
    }

    @Bean
    AnswerFitCheckHandler answerFitCheck(Referrals referrals, Clock clock) {
        return new AnswerFitCheckHandler(referrals, clock);
    }

    @Bean
    DeclineOfferHandler declineOffer(Referrals referrals, GoOn goOn, Clock clock) {
        return new DeclineOfferHandler(referrals, goOn, clock);
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
