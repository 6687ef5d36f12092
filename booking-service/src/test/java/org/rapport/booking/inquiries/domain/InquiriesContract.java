package org.rapport.booking.inquiries.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What {@link Inquiries} promises, whatever stores them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class InquiriesContract {

    private static final Instant CAME = Instant.parse("2027-01-11T15:00:00Z");
    private static final UUID HEARD_BY = UUID.fromString("c0000000-0000-4000-8000-000000000001");

    private Inquiries inquiries;

    /** Empty. */
    protected abstract Inquiries emptyInquiries();

    /** Names of the events that left, in order. */
    protected abstract List<String> published();

    @BeforeEach
    void start_empty() {
        inquiries = emptyInquiries();
    }

    @Test
    void who_came_is_found_as_they_came() {
        Inquiry inquiry = inquiry("<script>Zoë</script>");
        assertThat(inquiries.add(inquiry, new InquiryReceived(inquiry))).isEqualTo(Saving.SAVED);
        assertThat(inquiries.find(inquiry.id())).contains(inquiry);
        assertThat(inquiries.find(inquiryId(2))).isEmpty();
    }

    @Test
    void the_second_under_an_id_changes_nothing_and_tells_nobody() {
        Inquiry first = inquiry("Alex");
        Inquiry second = inquiry("Robin");
        inquiries.add(first, new InquiryReceived(first));
        assertThat(inquiries.add(second, new InquiryReceived(second))).isEqualTo(Saving.STALE);
        assertThat(inquiries.find(first.id())).contains(first);
        assertThat(published()).containsExactly("InquiryReceived");
    }

    @Test
    void a_correction_is_kept() {
        Inquiry first = inquiry("Alex");
        inquiries.add(first, new InquiryReceived(first));
        inquiries.correct(typed("Alexis", false, 2));
        inquiries.correct(typed("Alexis", false, 2));
        assertThat(inquiries.find(first.id())).contains(first.corrected(typed("Alexis", false, 2)));
        assertThat(inquiries.find(first.id()).orElseThrow().person()).isEqualTo(person("Alexis"));
    }

    @Test
    void a_correction_for_an_earlier_version_of_the_hold_comes_too_late() {
        Inquiry first = inquiry("Alex");
        inquiries.add(first, new InquiryReceived(first));
        inquiries.correct(typed("Alexis", false, 3));
        inquiries.correct(typed("Robin", false, 2));
        inquiries.correct(typed("Robin", false, 3));
        assertThat(inquiries.find(first.id()).orElseThrow().person()).isEqualTo(person("Alexis"));
    }

    @Test
    void that_somebody_is_written_to_by_mail_alone_stays_until_somebody_else_is_typed() {
        Inquiry first = typed("Alex", true, 1);
        inquiries.add(first, new InquiryReceived(first));
        inquiries.correct(typed("Alex", false, 2));
        Inquiry kept = inquiries.find(first.id()).orElseThrow();
        assertThat(kept.person()).as("what they allow stays known").isEqualTo(person("Alex"));
        assertThat(kept.reached().channels()).containsExactly(Channel.EMAIL);
        inquiries.correct(typed("Alexis", false, 3));
        assertThat(inquiries.find(first.id()).orElseThrow().reached()).isEqualTo(person("Alexis"));
    }

    @Test
    void who_phoned_is_found_as_entered_and_wants_the_questionnaire_once() {
        Inquiry entered = new Inquiry(inquiryId(1), person("Alex"), CAME, new PhoneEntry(HEARD_BY, Wish.CALL_BACK));
        inquiries.add(entered, new InquiryReceived(entered));
        assertThat(inquiries.find(entered.id())).contains(entered);
        inquiries.wantQuestionnaire(entered.id(), CAME.plusSeconds(60));
        inquiries.wantQuestionnaire(entered.id(), CAME.plusSeconds(90));
        assertThat(inquiries.find(entered.id()).orElseThrow().entry())
                .isEqualTo(new PhoneEntry(HEARD_BY, Wish.CALL_BACK, CAME.plusSeconds(60)));
        assertThat(published()).hasSize(2);
    }

    @Test
    void who_gets_the_questionnaire_anyway_is_not_sent_it_again() {
        Inquiry came = inquiry("Alex");
        inquiries.add(came, new InquiryReceived(came));
        inquiries.wantQuestionnaire(came.id(), CAME);
        assertThat(inquiries.find(came.id())).contains(came);
        assertThat(published()).hasSize(1);
    }

    @Test
    void nobody_is_sent_a_questionnaire_who_is_not_known() {
        inquiries.wantQuestionnaire(inquiryId(7), CAME);
        assertThat(inquiries.find(inquiryId(7))).isEmpty();
    }

    private static Inquiry inquiry(String name) {
        return new Inquiry(inquiryId(1), InquiryPath.CALL_ME_BACK, person(name), CAME);
    }

    private static Inquiry typed(String name, boolean mailAlone, long hold) {
        return new Inquiry(inquiryId(1), InquiryPath.CALL_ME_BACK, person(name), mailAlone, CAME, hold, null);
    }
}
