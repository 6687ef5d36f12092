package org.rapport.intake.responses.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rapport.intake.questionnaires.domain.SmallPacket.ABOUT;
import static org.rapport.intake.questionnaires.domain.SmallPacket.PACKET;
import static org.rapport.intake.questionnaires.domain.SmallPacket.mood;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;

/** What every store does with what comes later: time that passes, a concern without its answers, another signature. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class LaterResponsesContract {
    static final Signature SIGNED = new Signature("1.0.0", "Ana Ruiz", Relationship.SELF, Language.EN);
    /** Long after the real time, by which the store's wake-ups would pass concerns on and end questionnaires. */
    static final Instant NOW = Instant.parse("2126-11-22T15:00:00.123Z");

    static final Acknowledgement MAYA =
            new Acknowledgement(UUID.randomUUID(), "Maya Thompson", AcknowledgementAction.OTHER, NOW);

    protected abstract Responses responses();

    @Test
    public void time_passes_and_somebody_is_called_without_a_look_at_the_answers_which_stay_as_they_are() {
        Change sent = sent(UUID.randomUUID());
        responses().save(sent.response(), sent.events());
        ResponseId id = sent.response().id();
        step(id, response -> save(response, 1, ABOUT));
        Response alarmed = step(id, response -> save(response, 2, mood(3, 3)));
        Patience patience = new Patience(Duration.ofMinutes(15), List.of());

        responses().keepWatch(id, watch -> watch.alarm(NOW));
        responses().keepWatch(id, watch -> watch.wake(patience, NOW.plus(Duration.ofDays(31))));

        Response later = responses().find(id).orElseThrow();
        assertThat(later.answers()).isEqualTo(alarmed.answers());
        assertThat(later.state()).isEqualTo(new ResponseState.Lapsed(NOW.plus(Duration.ofDays(31))));
        assertThat(later.concerns().all())
                .extracting(SafetyConcern::code, SafetyConcern::escalations)
                .containsExactly(
                        tuple(alarmed.concerns().all().getFirst().code(), 1), tuple(SafetyConcern.NOT_READ, 1));
        assertThat(later.concerns().all().getFirst().points())
                .isEqualTo(alarmed.concerns().all().getFirst().points());
        Watch old = alarmed.watch();
        assertThat(responses().save(old, List.of())).isEqualTo(Saving.STALE);
    }

    @Test
    public void somebody_is_called_also_before_anything_was_answered() {
        Change sent = sent(UUID.randomUUID());
        responses().save(sent.response(), sent.events());
        ResponseId id = sent.response().id();
        responses().keepWatch(id, watch -> watch.alarm(NOW));
        Response called = responses().find(id).orElseThrow();
        assertThat(called.concerns().all()).singleElement().matches(SafetyConcern::isOpen);
        UUID concern = called.concerns().all().getFirst().id();
        step(id, response -> response.acknowledge(concern, MAYA));
        step(id, response -> save(response, 1, ABOUT));
        assertThat(responses().find(id).orElseThrow().concerns().all())
                .singleElement()
                .satisfies(kept -> assertThat(kept.acknowledgement()).isEqualTo(MAYA));
    }

    @Test
    public void what_was_signed_is_kept_whole_while_it_is_changed_and_after_it_was_signed_again() {
        Change sent = sent(UUID.randomUUID());
        responses().save(sent.response(), sent.events());
        ResponseId id = sent.response().id();
        step(id, response -> save(response, 1, ABOUT));
        step(id, response -> save(response, 2, mood(1, 0)));
        step(id, response -> response.submit(PACKET, null, SIGNED, null, NOW));
        step(id, response -> response.amend("first reason", NOW));
        Response changed = step(id, response -> save(response, 2, mood(2, 0)));
        assertThat(changed.revisions().getFirst().answers()).isNotEqualTo(changed.answers());
        assertThat(responses().find(id)).contains(changed);
        assertThat(sentIn()).as("what was signed goes on being read").contains(id);

        step(id, response -> response.submit(PACKET, null, SIGNED, null, NOW.plusSeconds(1)));
        step(id, response -> response.amend("second reason", NOW));
        Response twice = step(id, response -> response.leaveAsSigned());
        assertThat(twice.revisions()).hasSize(2);
        assertThat(responses().find(id)).contains(twice);
        assertThat(twice.revisions())
                .extracting(SignedRevision::why, SignedRevision::at)
                .containsExactly(tuple("", NOW), tuple("first reason", NOW.plusSeconds(1)));
    }

    @Test
    public void who_has_a_definition_before_them_is_listed_until_they_have_sent_it_in_or_it_was_erased() {
        ResponseId waiting = opened();
        ResponseId lapsed = opened();
        ResponseId erased = opened();
        ResponseId submitted = opened();
        responses()
                .keepWatch(
                        lapsed,
                        watch -> watch.wake(
                                new Patience(Duration.ofMinutes(15), List.of()), NOW.plus(Duration.ofDays(31))));
        responses().erase(erased);
        step(submitted, response -> save(response, 1, ABOUT));
        step(submitted, response -> save(response, 2, mood(1, 0)));
        step(submitted, response -> response.submit(PACKET, null, SIGNED, null, NOW));
        step(submitted, response -> response.amend("reason", NOW));
        assertThat(responses().unfinishedWith(PACKET.keys().getFirst(), 10_000))
                .extracting(unfinished -> ResponseId.of(unfinished.inquiryId()))
                .contains(waiting, lapsed)
                .doesNotContain(erased, submitted);
    }

    private ResponseId opened() {
        Change sent = sent(UUID.randomUUID());
        responses().save(sent.response(), sent.events());
        return sent.response().id();
    }

    private List<ResponseId> sentIn() {
        List<ResponseId> all = new ArrayList<>();
        ResponseId last = null;
        for (List<SentIn> some = responses().sentInAfter(null, 50);
                !some.isEmpty();
                some = responses().sentInAfter(last, 50)) {
            some.forEach(each -> all.add(each.id()));
            last = some.getLast().id();
        }
        return all;
    }

    Response step(ResponseId id, Function<Response, ResponseDecision> rule) {
        responses().decide(id, rule);
        return responses().find(id).orElseThrow();
    }

    static Change sent(UUID inquiry) {
        return Response.send(inquiry, PACKET, Language.EN, Duration.ofDays(30), NOW);
    }

    static ResponseDecision save(Response response, int page, Answers answers) {
        return response.savePage(
                PACKET,
                PACKET.page(page).orElseThrow(),
                response.revision(),
                answers,
                new Called.Everything(),
                Language.EN,
                null,
                NOW);
    }
}
