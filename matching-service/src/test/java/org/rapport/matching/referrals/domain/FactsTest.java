package org.rapport.matching.referrals.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.matching.referrals.domain.Stories.INQUIRY;
import static org.rapport.matching.referrals.domain.Stories.MAYA;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FactsTest {
    private static final Map<Source, Fact> TOLD = Map.of(
            Stories.inquiry(1), Stories.received(),
            Stories.call(1), Stories.booked(),
            Stories.call(2), Stories.cancelled(),
            Stories.response(3), Stories.submitted(),
            Stories.response(4), Stories.raised(),
            Stories.response(5), Stories.acknowledged());

    @Test
    void any_order_of_arrival_tells_the_same_story() {
        List<List<Source>> orders = orders(List.copyOf(TOLD.keySet()));

        assertThat(orders).hasSize(720);
        assertThat(orders).extracting(order -> facts(order)).containsOnly(facts(orders.getFirst()));
        assertThat(orders).extracting(order -> told(order).state()).containsOnly(ReferralState.READY_FOR_TRIAGE);
        assertThat(orders).extracting(order -> told(order).owner()).containsOnly(MAYA);
        assertThat(orders)
                .extracting(order -> told(order).history().entries().stream()
                        .map(HistoryEntry::what)
                        .filter(what -> !what.equals("assigned"))
                        .toList())
                .containsOnly(List.of(
                        "inquiry-received",
                        "call-booked",
                        "call-cancelled",
                        "concern-raised",
                        "response-submitted",
                        "concern-acknowledged"));
    }

    @Test
    void told_twice_changes_nothing() {
        Referral once = told(List.copyOf(TOLD.keySet()));

        TOLD.forEach(
                (source, fact) -> assertThat(once.note(fact, source)).isEqualTo(new ReferralDecision.Unchanged(once)));
    }

    @Test
    void a_call_cancelled_before_it_was_booked_is_not_revived() {
        Referral referral = told(List.of(Stories.inquiry(1), Stories.call(2), Stories.call(1)));

        assertThat(referral.facts().calls()).extracting(Call::cancelled).containsExactly(true);
    }

    @Test
    void a_call_has_the_time_it_was_moved_to_whichever_was_told_first() {
        Referral inOrder = Stories.after(told(List.of(Stories.inquiry(1), Stories.call(1))), FactsTest::moved);
        Referral late = Stories.after(
                Stories.after(told(List.of(Stories.inquiry(1))), FactsTest::moved),
                r -> r.note(Stories.booked(), Stories.call(1)));

        assertThat(inOrder.facts()).isEqualTo(late.facts());
        assertThat(late.facts().calls()).extracting(Call::start).containsExactly(Stories.MONDAY.plusSeconds(172_800));
        assertThat(inOrder.history().entries()).last().satisfies(line -> {
            assertThat(line.what()).isEqualTo("call-moved");
            assertThat(line.details())
                    .containsExactly(
                            Stories.MONDAY.plusSeconds(86_400).toString(),
                            Stories.MONDAY.plusSeconds(172_800).toString(),
                            "CLIENT");
        });
    }

    private static ReferralDecision moved(Referral referral) {
        return referral.note(Stories.moved(), Stories.call(2));
    }

    @Test
    void how_a_call_went_is_what_was_noted_last_whichever_was_told_first() {
        Referral inOrder = told(List.of(Stories.inquiry(1), Stories.call(1)));
        Referral late = told(List.of(Stories.inquiry(1)));
        for (Referral start : List.of(inOrder, late)) {
            Referral corrected = Stories.after(start, r -> r.note(Stories.ended("good-fit"), Stories.call(4)));
            corrected = Stories.after(corrected, r -> r.note(Stories.ended("missed-by-client"), Stories.call(3)));
            assertThat(corrected.facts().calls()).extracting(Call::outcome).containsExactly("good-fit");
            assertThat(corrected.history().entries())
                    .filteredOn(line -> line.what().equals("call-ended"))
                    .extracting(HistoryEntry::who)
                    .containsExactly(Stories.DANIEL, Stories.DANIEL);
        }
    }

    @Test
    void a_concern_is_open_until_a_named_person_acknowledged_it() {
        Referral raised = told(List.of(Stories.response(4)));
        Referral early = told(List.of(Stories.response(5), Stories.response(4)));

        assertThat(raised.facts().hasOpenConcern()).isTrue();
        assertThat(early.facts().hasOpenConcern()).isFalse();
        assertThat(early.facts().concerns()).extracting(Concern::acknowledgedBy).containsExactly(MAYA);
    }

    @Test
    void an_older_intake_does_not_overwrite_a_newer_one() {
        Fact.ResponseSubmitted newer = (Fact.ResponseSubmitted) Stories.submitted();
        Fact older = new Fact.ResponseSubmitted(
                newer.responseId(),
                newer.criteria(),
                Priority.ROUTINE,
                newer.at().minusSeconds(10));
        Referral referral = Stories.after(told(List.of(Stories.response(3))), r -> r.note(older, Stories.response(2)));

        assertThat(referral.facts().intake()).extracting(Intake::priority).isEqualTo(Priority.URGENT);
    }

    private static Facts facts(List<Source> order) {
        return told(order).facts();
    }

    private static Referral told(List<Source> order) {
        Referral referral = Referral.unknown(INQUIRY);
        for (Source source : order) {
            Fact fact = Stream.ofNullable(TOLD.get(source)).findFirst().orElseThrow();
            referral = Stories.after(referral, r -> r.note(fact, source));
        }
        return referral;
    }

    private static List<List<Source>> orders(List<Source> sources) {
        if (sources.isEmpty()) {
            return List.of(List.of());
        }
        return sources.stream()
                .flatMap(first -> orders(sources.stream()
                                .filter(source -> !source.equals(first))
                                .toList())
                        .stream()
                        .map(rest -> {
                            List<Source> order = new ArrayList<>(rest);
                            order.addFirst(first);
                            return order;
                        }))
                .toList();
    }
}
