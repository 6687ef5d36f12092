package org.rapport.intake.responses.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rapport.intake.questionnaires.domain.SmallPacket.ABOUT;
import static org.rapport.intake.questionnaires.domain.SmallPacket.PACKET;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.delivery.Change;
import org.rapport.delivery.Documents;
import org.rapport.delivery.Saved;
import org.rapport.intake.StartedIntake;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.responses.domain.Called;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.Responses;
import org.rapport.intake.responses.domain.ResponsesContract;

class MongoResponsesIT extends ResponsesContract {
    private final Responses responses = StartedIntake.context().getBean(Responses.class);
    private final DataKeys keys = StartedIntake.context().getBean(DataKeys.class);

    @SuppressWarnings("unchecked")
    private final Documents<ResponseDocument> documents =
            (Documents<ResponseDocument>) StartedIntake.context().getBean("responseDocuments", Documents.class);

    @Override
    protected Responses responses() {
        return responses;
    }

    @Test
    void an_erasure_destroys_the_key() {
        ResponseId id = answered();
        responses.erase(id);
        assertThat(keys.find(id)).isInstanceOf(DataKeys.DataKey.Destroyed.class);
    }

    @Test
    void an_erasure_cut_short_before_the_key_was_destroyed_ends_by_itself() {
        ResponseId id = answered();
        Response erased = responses.find(id).orElseThrow().erase().change().response();
        // What is in the store when the service ends between the two writes.
        assertThat(documents.save(
                        id.toString(),
                        erased.version(),
                        ResponseDocument.of(erased, null),
                        Change.none().wakingAt(Instant.now())))
                .isEqualTo(Saved.SAVED);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(keys.find(id)).isInstanceOf(DataKeys.DataKey.Destroyed.class));
    }

    private ResponseId answered() {
        var sent = Response.send(UUID.randomUUID(), PACKET, Language.EN, Duration.ofDays(30), Instant.now());
        ResponseId id = sent.response().id();
        responses.save(sent.response(), sent.events());
        responses.decide(
                id,
                response -> response.savePage(
                        PACKET,
                        PACKET.page(1).orElseThrow(),
                        0,
                        ABOUT,
                        new Called.Everything(),
                        Language.EN,
                        null,
                        Instant.now()));
        assertThat(keys.find(id)).isInstanceOf(DataKeys.DataKey.Usable.class);
        return id;
    }
}
