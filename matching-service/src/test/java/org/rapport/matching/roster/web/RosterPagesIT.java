package org.rapport.matching.roster.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.RunningMatching;
import org.rapport.matching.referrals.application.MakeOffer;
import org.rapport.matching.referrals.application.MakeOfferHandler;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.roster.csv.CsvRosterFiles;
import org.rapport.matching.roster.domain.RosterEntry;
import org.rapport.matching.roster.domain.RosterField;
import org.rapport.matching.roster.domain.Therapists;
import org.rapport.matching.roster.domain.Therapists.Kept;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RosterPagesIT extends RunningMatching {
    private static final Staff OLIVIA = new Staff(
            UUID.fromString("b0000000-0000-4000-8000-000000000001"), "Olivia Grant", Set.of(StaffRole.ADMINISTRATOR));
    private static final Staff BETH = new Staff(
            UUID.fromString("a0000000-0000-4000-8000-000000000013"), "Beth Sorensen", Set.of(StaffRole.THERAPIST));

    @Test
    void coordinators_read_the_roster_and_administrators_change_it() {
        assertThat(page("/staff/roster", MAYA))
                .contains("Grace Okafor", "Illinois until", "On leave until", "ends soon", "down to 90")
                .doesNotContain("New therapist", "??");
        assertThat(page("/staff/roster", OLIVIA)).contains("New therapist", "/staff/roster/" + GRACE.id());
        assertThat(page("/staff/roster/" + GRACE.id(), OLIVIA))
                .contains("value=\"Grace Okafor\"", "IL:149.021877:2027-11-30", "relational therapy")
                .doesNotContain("??");
        assertThat(page("/staff/roster/new", OLIVIA)).doesNotContain("??");
        assertThat(get("/staff", OLIVIA)).hasRedirectedUrl("/staff/roster");
    }

    @Test
    void what_is_saved_counts_in_the_next_ranking() {
        UUID inquiry = ready("Remy Ranked");
        String referral = "/staff/referrals/" + inquiry;
        assertThat(page(referral, MAYA)).contains("Offer to Jerome Whitfield");

        assertThat(save("a0000000-0000-4000-8000-000000000014", Map.of(RosterField.ACCEPTING, "no")))
                .hasStatus(HttpStatus.FOUND);
        assertThat(page(referral, MAYA)).doesNotContain("Offer to Jerome Whitfield");
    }

    @Test
    void what_is_wrong_stands_at_its_field_and_what_was_typed_is_kept() {
        MvcTestResult result = save(
                GRACE.id().toString(),
                Map.of(RosterField.FEE, "a lot", RosterField.LICENCES, "Illinois", RosterField.NAME, "Grace Typed"));

        assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(result))
                .contains("&quot;a lot&quot; is no amount", "&quot;Illinois&quot; is not understood", "Grace Typed")
                .contains("href=\"#fee\"", "href=\"#licences\"")
                .doesNotContain("??");
    }

    @Test
    void who_saves_what_somebody_changed_meanwhile_is_shown_both() {
        Kept kept = kept("a0000000-0000-4000-8000-000000000003");
        RosterEntry before = RosterEntry.of(kept.therapist());
        assertThat(post(before, kept.changedAt(), Map.of(RosterField.FEE, "220")))
                .hasStatus(HttpStatus.FOUND);
        MvcTestResult second = post(before, kept.changedAt(), Map.of(RosterField.FEE, "230"));

        assertThat(second).hasStatus(HttpStatus.CONFLICT);
        assertThat(body(second))
                .contains("Somebody else changed this entry", "now &quot;220&quot;, yours &quot;230&quot;");
    }

    @Test
    void a_file_is_checked_then_imported_with_a_line_for_each_row() {
        String file = body(get("/staff/roster/export", MAYA));
        assertThat(new CsvRosterFiles().read(file)).hasSizeGreaterThanOrEqualTo(14);
        String changed = file.lines().limit(1).toList().getFirst() + "\n"
                + row(file, "Kevin Nowak").replace("en; pl", "en; pl; uk") + "\n"
                + row(file, "Claire Dubois").replace("LMFT", "Wizard") + "\n";

        MvcTestResult trial = post("/staff/roster/import", OLIVIA, "file", changed, "write", "false");
        assertThat(body(trial))
                .contains("Nothing is written yet. It would be: 0 new, 1 changed, 0 unchanged, 1 refused")
                .contains("Credential: &quot;Wizard&quot; is not known here.")
                .doesNotContain("??");
        assertThat(kept("a0000000-0000-4000-8000-000000000010")
                        .therapist()
                        .offering()
                        .languages())
                .doesNotContain("uk");

        post("/staff/roster/import", OLIVIA, "file", changed, "write", "true");
        assertThat(kept("a0000000-0000-4000-8000-000000000010")
                        .therapist()
                        .offering()
                        .languages())
                .contains("uk");
        assertThat(post("/staff/roster/import", OLIVIA, "file", "nonsense", "write", "true"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void a_licence_that_ends_soon_opens_a_task_for_everybody_the_therapist_sees_and_a_renewal_ends_it() {
        UUID inquiry = ready("Sage Licensed");
        context.getBean(MakeOfferHandler.class).handle(new MakeOffer(inquiry, BETH.id(), MAYA.id()));
        post("/staff/offers/" + inquiry + "/1/acceptance", BETH);
        String licences = RosterEntry.of(kept(BETH.id().toString()).therapist()).value(RosterField.LICENCES);
        assertThat(tasks(inquiry)).isZero();

        save(BETH.id().toString(), Map.of(RosterField.LICENCES, "IL:149.1:2026-12-20"));
        await().atMost(Duration.ofSeconds(30)).until(() -> tasks(inquiry) == 1);
        assertThat(page("/staff/referrals/" + inquiry, MAYA))
                .contains("The licence of Beth Sorensen for Illinois ends on 20 Dec 2026.")
                .doesNotContain("??");

        save(BETH.id().toString(), Map.of(RosterField.LICENCES, licences));
        await().atMost(Duration.ofSeconds(30)).until(() -> tasks(inquiry) == 0);
    }

    private int tasks(UUID inquiry) {
        return context.getBean(Referrals.class)
                .find(inquiry)
                .orElseThrow()
                .desk()
                .openTasks()
                .size();
    }

    private Kept kept(String id) {
        return context.getBean(Therapists.class).find(UUID.fromString(id)).orElseThrow();
    }

    private MvcTestResult save(String id, Map<RosterField, String> changes) {
        Kept kept = kept(id);
        return post(RosterEntry.of(kept.therapist()), kept.changedAt(), changes);
    }

    private MvcTestResult post(RosterEntry entry, Instant seen, Map<RosterField, String> changes) {
        Map<RosterField, String> values = new EnumMap<>(RosterField.class);
        values.putAll(entry.values());
        values.putAll(changes);
        List<String> parameters = new ArrayList<>(List.of("seen", Long.toString(seen.toEpochMilli())));
        values.forEach((field, value) -> parameters.addAll(List.of(field.column(), value)));
        return post("/staff/roster/" + entry.value(RosterField.ID), OLIVIA, parameters.toArray(String[]::new));
    }

    private static String row(String file, String name) {
        return file.lines().filter(line -> line.contains(name)).findFirst().orElseThrow();
    }
}
