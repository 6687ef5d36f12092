package org.rapport.intake.responses;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.rapport.contracts.BookingInquiries;
import org.rapport.contracts.ClientLink;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.delivery.EventConsumers;
import org.rapport.delivery.WakeUps;
import org.rapport.intake.questionnaires.domain.Questionnaires;
import org.rapport.intake.responses.application.AcknowledgeConcernHandler;
import org.rapport.intake.responses.application.AmendResponseHandler;
import org.rapport.intake.responses.application.CrisisCheck;
import org.rapport.intake.responses.application.EraseAnswersHandler;
import org.rapport.intake.responses.application.HeedLatePageHandler;
import org.rapport.intake.responses.application.OpenResponseHandler;
import org.rapport.intake.responses.application.RaiseUnreadConcernHandler;
import org.rapport.intake.responses.application.ReadResponseHandler;
import org.rapport.intake.responses.application.ResendQuestionnaireHandler;
import org.rapport.intake.responses.application.ResponseExport;
import org.rapport.intake.responses.application.SavePageHandler;
import org.rapport.intake.responses.application.ScoreLines;
import org.rapport.intake.responses.application.SubmitResponseHandler;
import org.rapport.intake.responses.application.WakeResponse;
import org.rapport.intake.responses.application.WakeResponseHandler;
import org.rapport.intake.responses.domain.AnswersOutOfReach;
import org.rapport.intake.responses.domain.Consents;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.Responses;
import org.rapport.intake.responses.events.BookingInquiriesConsumer;
import org.rapport.intake.responses.events.ResponseEventTranslation;
import org.rapport.intake.responses.fhir.FhirExport;
import org.rapport.intake.responses.files.ConsentFiles;
import org.rapport.intake.responses.mongo.DataKeys;
import org.rapport.intake.responses.mongo.MasterKey;
import org.rapport.intake.responses.mongo.MasterKeys;
import org.rapport.intake.responses.mongo.MongoResponses;
import org.rapport.intake.responses.mongo.ResponseDocument;
import org.rapport.intake.responses.mongo.Rewrapping;
import org.rapport.web.StoreFaults;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.messaging.Message;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
class ResponsesConfiguration {

    @Bean
    Documents<ResponseDocument> responseDocuments(DocumentStore store) {
        return MongoResponses.documents(store);
    }

    @Bean
    Responses responses(
            Documents<ResponseDocument> responseDocuments, DataKeys keys, IntakeSettings settings, Clock clock) {
        return new MongoResponses(
                responseDocuments, new ResponseEventTranslation(), settings.patience(), keys, inMilliseconds(clock));
    }

    @Bean
    MasterKeys masterKeys(IntakeSettings settings, Environment environment) {
        String secret = environment.getRequiredProperty("rapport.secret");
        return new MasterKeys(
                MasterKey.of(settings.masterKey(), secret), MasterKey.former(settings.formerMasterKey(), secret));
    }

    @Bean
    DataKeys dataKeys(DocumentStore store, MasterKeys masterKeys) {
        return new DataKeys(store, masterKeys);
    }

    /** While a key management service is away, as while the store is. */
    @Bean
    StoreFaults answersOutOfReach() {
        return new StoreFaults(List.of(AnswersOutOfReach.class));
    }

    @Bean
    Rewrapping rewrapping(DataKeys keys) {
        return new Rewrapping(keys, Duration.ofMinutes(1));
    }

    @Bean
    SmartInitializingSingleton leavingTheFormerMasterKey(MasterKeys masterKeys, Rewrapping rewrapping) {
        return () -> {
            if (masterKeys.haveFormer()) {
                rewrapping.start();
            }
        };
    }

    @Bean
    ResponseExport responseExport() {
        return new FhirExport();
    }

    @Bean
    ScoreLines scoreLines(Responses responses, Questionnaires questionnaires) {
        return new ScoreLines(responses, questionnaires);
    }

    @Bean
    EraseAnswersHandler eraseAnswers(Responses responses) {
        return new EraseAnswersHandler(responses);
    }

    /** After everything else is there: a response may be due at once. */
    @Bean
    SmartInitializingSingleton wakingResponses(
            WakeUps wakeUps,
            Documents<ResponseDocument> responseDocuments,
            Responses responses,
            IntakeSettings settings,
            Clock clock) {
        WakeResponseHandler wake = new WakeResponseHandler(responses, settings.patience(), inMilliseconds(clock));
        return () ->
                wakeUps.on(responseDocuments, id -> wake.handle(new WakeResponse(new ResponseId(UUID.fromString(id)))));
    }

    @Bean
    ResendQuestionnaireHandler resendQuestionnaire(Responses responses, Clock clock) {
        return new ResendQuestionnaireHandler(responses, inMilliseconds(clock), ClientLink.INTAKE.validFor());
    }

    @Bean
    OpenResponseHandler openResponse(Responses responses, Questionnaires questionnaires, Clock clock) {
        return new OpenResponseHandler(responses, questionnaires, inMilliseconds(clock), ClientLink.INTAKE.validFor());
    }

    @Bean
    SavePageHandler savePage(Responses responses, Questionnaires questionnaires, Clock clock) {
        return new SavePageHandler(responses, questionnaires, inMilliseconds(clock));
    }

    @Bean
    RaiseUnreadConcernHandler raiseUnreadConcern(Responses responses, Clock clock) {
        return new RaiseUnreadConcernHandler(responses, inMilliseconds(clock));
    }

    @Bean
    HeedLatePageHandler heedLatePage(Responses responses, Questionnaires questionnaires, Clock clock) {
        return new HeedLatePageHandler(responses, questionnaires, inMilliseconds(clock));
    }

    @Bean
    Consents consents() {
        return new ConsentFiles();
    }

    @Bean
    SubmitResponseHandler submitResponse(
            Responses responses, Questionnaires questionnaires, Consents consents, Clock clock) {
        return new SubmitResponseHandler(responses, questionnaires, consents, inMilliseconds(clock));
    }

    @Bean
    AmendResponseHandler amendResponse(Responses responses, Clock clock) {
        return new AmendResponseHandler(responses, inMilliseconds(clock));
    }

    @Bean
    AcknowledgeConcernHandler acknowledgeConcern(Responses responses, Clock clock) {
        return new AcknowledgeConcernHandler(responses, inMilliseconds(clock));
    }

    @Bean
    ReadResponseHandler readResponse(Responses responses, Questionnaires questionnaires) {
        return new ReadResponseHandler(responses, questionnaires);
    }

    @Bean
    CrisisCheck crisisCheck(Questionnaires questionnaires) {
        return new CrisisCheck(questionnaires);
    }

    @Bean
    Consumer<Message<byte[]>> bookingInquiries(EventConsumers consumers, OpenResponseHandler open) {
        return consumers.of(BookingInquiries.class, new BookingInquiriesConsumer(open));
    }

    /** The store keeps milliseconds; with more, a repeated command would be answered with another time than the first. */
    private static Clock inMilliseconds(Clock clock) {
        return Clock.tick(clock, Duration.ofMillis(1));
    }
}
