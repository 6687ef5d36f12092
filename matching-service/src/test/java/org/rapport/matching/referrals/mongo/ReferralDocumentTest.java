package org.rapport.matching.referrals.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.referrals.domain.Call;
import org.rapport.matching.referrals.domain.Choice;
import org.rapport.matching.referrals.domain.Closing;
import org.rapport.matching.referrals.domain.Concern;
import org.rapport.matching.referrals.domain.Conflict;
import org.rapport.matching.referrals.domain.Desk;
import org.rapport.matching.referrals.domain.FitAnswer;
import org.rapport.matching.referrals.domain.FitCheck;
import org.rapport.matching.referrals.domain.HistoryEntry;
import org.rapport.matching.referrals.domain.Inquiry;
import org.rapport.matching.referrals.domain.Offer;
import org.rapport.matching.referrals.domain.Pause;
import org.rapport.matching.referrals.domain.Questionnaire;
import org.rapport.matching.referrals.domain.Seat;
import org.rapport.matching.referrals.domain.Task;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferralDocumentTest {
    @Test
    void what_is_stored_keeps_its_names() {
        assertThat(names(Inquiry.class)).containsExactly("path", "language", "state", "wish", "receivedAt");
        assertThat(names(Call.class))
                .containsExactly(
                        "callId",
                        "hostId",
                        "withCoordinator",
                        "start",
                        "end",
                        "cancelled",
                        "outcome",
                        "saidAt",
                        "sequence");
        assertThat(names(Concern.class)).containsExactly("concernId", "raisedAt", "acknowledgedAt", "acknowledgedBy");
        assertThat(names(Offer.class))
                .containsExactly(
                        "number",
                        "therapistId",
                        "coordinatorId",
                        "madeAt",
                        "expiresAt",
                        "state",
                        "answeredAt",
                        "declineReason",
                        "suggested");
        assertThat(names(Desk.class))
                .containsExactly(
                        "tasks",
                        "onward",
                        "pauses",
                        "returnedAt",
                        "overdueTold",
                        "closing",
                        "choice",
                        "fit",
                        "conflicts");
        assertThat(names(Choice.class))
                .containsExactly(
                        "number",
                        "therapists",
                        "offerAtOnce",
                        "by",
                        "askedAt",
                        "until",
                        "state",
                        "answeredAt",
                        "therapistId");
        assertThat(names(FitCheck.class)).containsExactly("number", "askAt", "until", "answer");
        assertThat(names(FitAnswer.class)).containsExactly("heard", "matters", "goOn", "at");
        assertThat(names(Conflict.class)).containsExactly("therapistId", "reason", "by", "at");
        assertThat(names(Questionnaire.class)).containsExactly("withPerson", "at", "sequence");
        assertThat(names(Task.class)).containsExactly("key", "kind", "details", "openedAt", "doneAt", "doneBy");
        assertThat(names(Pause.class)).containsExactly("from", "to");
        assertThat(names(Closing.class)).containsExactly("reason", "by", "at", "consented");
        assertThat(names(Seat.class)).containsExactly("therapistId", "number");
        assertThat(names(HistoryEntry.class)).containsExactly("key", "at", "what", "who", "details");
    }

    private static List<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
