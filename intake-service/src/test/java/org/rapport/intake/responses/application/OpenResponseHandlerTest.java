package org.rapport.intake.responses.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;
import org.rapport.intake.questionnaires.domain.SmallPacket;
import org.rapport.intake.responses.domain.InMemoryResponses;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseEvent;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.Responses;
import org.rapport.intake.responses.domain.Saving;
import org.rapport.intake.responses.domain.SentIn;
import org.rapport.intake.responses.domain.UnfinishedResponse;
import org.rapport.intake.responses.domain.Watch;
import org.rapport.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenResponseHandlerTest {
    private final UUID inquiry = UUID.randomUUID();
    private final InMemoryResponses store = new InMemoryResponses();

    @Test
    void opening_twice_creates_once() {
        Response first =
                handler(store).handle(new OpenResponse(inquiry, Language.ES)).response();
        Response second =
                handler(store).handle(new OpenResponse(inquiry, Language.EN)).response();
        assertThat(second).isEqualTo(first);
        assertThat(store.events())
                .hasOnlyElementsOfType(ResponseEvent.QuestionnaireSent.class)
                .hasSize(1);
    }

    @Test
    void whoever_loses_the_race_to_create_gets_what_the_winner_created() {
        Responses raced = new Responses() {
            private boolean lost;

            @Override
            public Optional<Response> find(ResponseId id) {
                return store.find(id);
            }

            @Override
            public List<UnfinishedResponse> unfinishedWith(QuestionnaireKey questionnaire, int most) {
                return store.unfinishedWith(questionnaire, most);
            }

            @Override
            public Optional<Watch> watch(ResponseId id) {
                return store.watch(id);
            }

            @Override
            public Saving save(Watch watch, List<ResponseEvent> events) {
                return store.save(watch, events);
            }

            @Override
            public List<SentIn> sentInAfter(@Nullable ResponseId last, int most) {
                return store.sentInAfter(last, most);
            }

            @Override
            public Saving saveErased(Response erased) {
                return store.saveErased(erased);
            }

            @Override
            public Saving save(Response response, List<ResponseEvent> events) {
                if (!lost) {
                    lost = true;
                    handler(store).handle(new OpenResponse(inquiry, Language.ES));
                }
                return store.save(response, events);
            }
        };
        Response opened =
                handler(raced).handle(new OpenResponse(inquiry, Language.EN)).response();
        assertThat(opened.language()).isEqualTo(Language.ES);
        assertThat(store.events()).hasSize(1);
    }

    private static OpenResponseHandler handler(Responses responses) {
        return new OpenResponseHandler(
                responses, new SmallPacket(), SettableClock.at("2026-11-22T15:00:00Z"), Duration.ofDays(30));
    }
}
