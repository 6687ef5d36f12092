package org.rapport.booking.inquiries.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What {@link Inquiries} promises, whatever stores them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class InquiriesContract {

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
        inquiries.correct(first.id(), person("Alexis"), 2);
        inquiries.correct(first.id(), person("Alexis"), 2);
        assertThat(inquiries.find(first.id())).contains(first.corrected(person("Alexis"), 2));
        assertThat(inquiries.find(first.id()).orElseThrow().person()).isEqualTo(person("Alexis"));
    }

    @Test
    void a_correction_for_an_earlier_version_of_the_hold_comes_too_late() {
        Inquiry first = inquiry("Alex");
        inquiries.add(first, new InquiryReceived(first));
        inquiries.correct(first.id(), person("Alexis"), 3);
        inquiries.correct(first.id(), person("Robin"), 2);
        inquiries.correct(first.id(), person("Robin"), 3);
        assertThat(inquiries.find(first.id()).orElseThrow().person()).isEqualTo(person("Alexis"));
    }

    private static Inquiry inquiry(String name) {
        return new Inquiry(inquiryId(1), InquiryPath.CALL_ME_BACK, person(name), Instant.parse("2027-01-11T15:00:00Z"));
    }
}
