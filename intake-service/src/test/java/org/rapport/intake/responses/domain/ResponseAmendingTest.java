package org.rapport.intake.responses.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.intake.questionnaires.domain.SmallPacket.ABOUT;
import static org.rapport.intake.questionnaires.domain.SmallPacket.PACKET;
import static org.rapport.intake.questionnaires.domain.SmallPacket.mood;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Priority;

/** What was signed is never edited: whoever changes it signs again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResponseAmendingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(2));
    private static final Signature ANA = new Signature("1.0.0", "Ana Ruiz", Relationship.SELF, Language.EN);
    private static final Signature LUIS = new Signature("1.0.0", "Luis Ruiz", Relationship.REPRESENTATIVE, Language.ES);

    private static final Response SENT = Response.send(
                    UUID.fromString("11111111-1111-4111-8111-111111111111"),
                    PACKET,
                    Language.EN,
                    Duration.ofDays(30),
                    NOW)
            .response();
    private static final Response FILLED = save(save(SENT, 1, 0, ABOUT), 2, 1, mood(1, 0));
    private static final Response SIGNED =
            FILLED.submit(PACKET, null, ANA, null, NOW).change().response();
    private static final Response AMENDING =
            SIGNED.amend("my mood has changed", LATER).change().response();

    @Test
    void the_first_signature_stays_beside_the_second_with_who_when_and_why() {
        Response changed = save(AMENDING, 2, AMENDING.revision(), mood(2, 0));
        ResponseDecision.Submission again = changed.submit(PACKET, null, LUIS, null, LATER);
        assertThat(again.change().response().revisions())
                .containsExactly(
                        new SignedRevision(1, NOW, ANA, "", SIGNED.answers()),
                        new SignedRevision(2, LATER, LUIS, "my mood has changed", changed.answers()));
        assertThat(again.change().events())
                .as("matching is told again")
                .singleElement()
                .isInstanceOf(ResponseEvent.ResponseSubmitted.class);
        Response third = again.change()
                .response()
                .amend("once more", LATER)
                .change()
                .response()
                .submit(PACKET, null, ANA, null, LATER.plusSeconds(1))
                .change()
                .response();
        assertThat(third.revisions()).extracting(SignedRevision::number).containsExactly(1, 2, 3);
        assertThat(third.revisions())
                .extracting(SignedRevision::why)
                .containsExactly("", "my mood has changed", "once more");
    }

    @Test
    void until_somebody_signs_again_everybody_else_reads_what_was_signed() {
        Response changed = save(AMENDING, 2, AMENDING.revision(), mood(2, 0));
        assertThat(changed.asSigned().answers()).isEqualTo(SIGNED.answers());
        assertThat(changed.asSigned().state()).isEqualTo(SIGNED.state());
        assertThat(changed.revisions()).isEqualTo(SIGNED.revisions());
        assertThat(changed.answers()).isNotEqualTo(SIGNED.answers());
    }

    @Test
    void left_as_signed_it_is_as_signed_and_an_older_view_of_a_page_brings_nothing_back() {
        Response changed = save(AMENDING, 2, AMENDING.revision(), mood(2, 0));
        ResponseDecision.Amendment left = changed.leaveAsSigned();
        Response response = left.change().response();
        assertThat(left).isInstanceOf(ResponseDecision.AmendmentLeft.class);
        assertThat(response.revisions()).isEqualTo(SIGNED.revisions());
        assertThat(left.change().events()).isEmpty();
        Response reopened = response.amend("again", LATER).change().response();
        assertThat(reopened.savePage(
                        PACKET,
                        PACKET.page(2).orElseThrow(),
                        changed.revision(),
                        mood(2, 0),
                        new Called.Everything(),
                        Language.EN,
                        null,
                        LATER))
                .isInstanceOf(ResponseDecision.PageStale.class);
    }

    @Test
    void it_is_not_signed_by_being_changed_nor_with_a_gap() {
        assertThat(AMENDING.submit(PACKET, null, null, null, LATER)).isInstanceOf(ResponseDecision.NotSigned.class);
        Response gap = AMENDING.savePage(
                        PACKET,
                        PACKET.page(2).orElseThrow(),
                        AMENDING.revision(),
                        Answers.none(),
                        new Called.Nothing(),
                        Language.EN,
                        null,
                        LATER)
                .change()
                .response();
        assertThat(gap.submit(PACKET, null, ANA, null, LATER)).isInstanceOf(ResponseDecision.Incomplete.class);
        assertThat(gap.state()).isInstanceOf(ResponseState.Amending.class);
    }

    @Test
    void a_danger_told_while_changing_raises_a_concern_at_once_and_the_next_signature_tells_its_priority() {
        ResponseDecision.Saved saved = AMENDING.savePage(
                PACKET,
                PACKET.page(2).orElseThrow(),
                AMENDING.revision(),
                mood(0, 1),
                new Called.Everything(),
                Language.EN,
                null,
                LATER);
        assertThat(saved.crisis()).isTrue();
        assertThat(saved.change().events()).singleElement().isInstanceOf(ResponseEvent.SafetyConcernRaised.class);
        ResponseState again = saved.change()
                .response()
                .submit(PACKET, null, ANA, null, LATER)
                .change()
                .response()
                .state();
        assertThat(again)
                .isInstanceOfSatisfying(
                        ResponseState.Submitted.class,
                        signed -> assertThat(signed.priority()).isNotEqualTo(Priority.ROUTINE));
    }

    @Test
    void what_was_not_signed_is_not_amended_and_asking_twice_is_asking_once() {
        for (Response unsigned : List.of(SENT, FILLED)) {
            assertThat(unsigned.amend("why", NOW)).isInstanceOf(ResponseDecision.NothingToAmend.class);
            assertThat(unsigned.leaveAsSigned()).isInstanceOf(ResponseDecision.NothingToAmend.class);
            assertThat(unsigned.revisions()).isEmpty();
        }
        assertThat(AMENDING.amend("another reason", LATER).change().isWrite()).isFalse();
        assertThat(SIGNED.leaveAsSigned().change().isWrite()).isFalse();
    }

    @Test
    void it_ends_before_the_document_is_too_large() {
        Response often = SIGNED;
        for (int number = 2; number <= SignedRevision.MOST; number++) {
            often = often.amend("again", LATER)
                    .change()
                    .response()
                    .submit(PACKET, null, ANA, null, LATER)
                    .change()
                    .response();
        }
        assertThat(often.revisions()).hasSize(SignedRevision.MOST);
        assertThat(often.amend("again", LATER)).isInstanceOf(ResponseDecision.AmendedTooOften.class);
    }

    @Test
    void nobody_is_reminded_of_it_and_it_does_not_lapse() {
        Patience patience = new Patience(Duration.ofMinutes(15), List.of(Duration.ofHours(24)));
        assertThat(AMENDING.watch().wakeAt(patience)).isEmpty();
    }

    private static Response save(Response before, int page, int shownAt, Answers answers) {
        return before.savePage(
                        PACKET,
                        PACKET.page(page).orElseThrow(),
                        shownAt,
                        answers,
                        new Called.Everything(),
                        Language.EN,
                        null,
                        LATER)
                .change()
                .response();
    }
}
