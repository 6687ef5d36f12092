package org.rapport.intake.responses.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.contracts.BookingInquiries;
import org.rapport.contracts.BookingInquiries.Wish;
import org.rapport.delivery.Received;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.SmallPacket;
import org.rapport.intake.responses.application.OpenResponse;
import org.rapport.intake.responses.application.OpenResponseHandler;
import org.rapport.intake.responses.domain.InMemoryResponses;
import org.rapport.intake.responses.domain.ResponseEvent;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.testkit.HandlerProperty;
import org.rapport.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingInquiriesConsumerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final SettableClock CLOCK = SettableClock.at(NOW);

    @Test
    void whatever_happens_to_the_deliveries_each_inquiry_is_sent_one_questionnaire() {
        List<Received<BookingInquiries>> deliveries = Stream.of("en", "es", "pl")
                .map(BookingInquiriesConsumerTest::received)
                .toList();
        HandlerProperty.check(deliveries, faults -> {
            InMemoryResponses responses = new InMemoryResponses(faults::beforeWrite);
            return new HandlerProperty.Subject<>(
                    new BookingInquiriesConsumer(open(responses)),
                    () -> responses.events().stream().collect(Collectors.groupingBy(ResponseEvent::inquiryId)));
        });
    }

    @Test
    void the_link_may_be_opened_before_the_event_arrives() {
        InMemoryResponses responses = new InMemoryResponses();
        Received<BookingInquiries> late = received("en");
        UUID inquiry = late.event().inquiryId();
        open(responses).handle(new OpenResponse(inquiry, Language.ES));
        new BookingInquiriesConsumer(open(responses)).accept(late);
        assertThat(responses.events()).hasSize(1);
        assertThat(responses.find(ResponseId.of(inquiry)).orElseThrow().language())
                .isEqualTo(Language.ES);
    }

    @Test
    void the_questionnaire_is_in_the_language_of_the_inquiry() {
        InMemoryResponses responses = new InMemoryResponses();
        Map<String, Language> expected = Map.of("en", Language.EN, "es", Language.ES, "pl", Language.EN);
        expected.keySet().forEach(code -> new BookingInquiriesConsumer(open(responses)).accept(received(code)));
        assertThat(expected.keySet().stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                code -> responses
                                        .find(ResponseId.of(inquiry(code)))
                                        .orElseThrow()
                                        .language())))
                .isEqualTo(expected);
    }

    @Test
    void who_phoned_gets_the_questionnaire_once_they_want_it_or_have_a_call() {
        for (Wish wish : Wish.values()) {
            InMemoryResponses responses = new InMemoryResponses();
            BookingInquiriesConsumer consumer = new BookingInquiriesConsumer(open(responses));
            Received<BookingInquiries> phoned = byPhone(wish);
            ResponseId id = ResponseId.of(phoned.event().inquiryId());
            consumer.accept(phoned);
            assertThat(responses.find(id).isPresent())
                    .as("%s", wish)
                    .isEqualTo(wish == Wish.CALL || wish == Wish.QUESTIONNAIRE);
            consumer.accept(wanted());
            consumer.accept(wanted());
            assertThat(responses.find(id).orElseThrow().language()).isEqualTo(Language.ES);
        }
    }

    private static Received<BookingInquiries> wanted() {
        UUID inquiry = inquiry("es");
        return new Received<>(
                "wanted", inquiry.toString(), 2, NOW, new BookingInquiries.QuestionnaireWanted(inquiry, "es", NOW));
    }

    private static Received<BookingInquiries> byPhone(Wish wish) {
        UUID inquiry = inquiry("es");
        return new Received<>(
                "phoned",
                inquiry.toString(),
                1,
                NOW,
                new BookingInquiries.InquiryReceived(
                        inquiry, BookingInquiries.Path.BY_PHONE, "es", "America/Chicago", "IL", List.of(), wish, NOW));
    }

    private static OpenResponseHandler open(InMemoryResponses responses) {
        return new OpenResponseHandler(responses, new SmallPacket(), CLOCK, Duration.ofDays(30));
    }

    private static UUID inquiry(String language) {
        return UUID.nameUUIDFromBytes(language.getBytes(StandardCharsets.US_ASCII));
    }

    private static Received<BookingInquiries> received(String language) {
        UUID inquiry = inquiry(language);
        return new Received<>(
                "inquiry-" + language,
                inquiry.toString(),
                1,
                NOW,
                new BookingInquiries.InquiryReceived(
                        inquiry,
                        BookingInquiries.Path.QUESTIONNAIRE_FIRST,
                        language,
                        "America/Chicago",
                        "IL",
                        List.of(BookingInquiries.Channel.EMAIL),
                        null,
                        NOW));
    }
}
