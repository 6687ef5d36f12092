package org.rapport.matching.referrals.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.RunningMatching;
import org.rapport.matching.referrals.domain.Choice;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralState;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Task;
import org.rapport.matching.roster.domain.Caseload;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Therapists;
import org.rapport.web.MessageBundles;
import org.rapport.web.SignedLinks;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonPagesIT extends RunningMatching {
    private static final Pattern LINK = Pattern.compile("(/(?:choice|fit)/[A-Za-z0-9_-]+)");

    @Test
    void the_person_chooses_among_profiles_and_the_coordinator_makes_the_offer() {
        UUID inquiry = ready("Sky Chooses");
        String link = ask(inquiry, false);

        String page = read(link);
        assertThat(page)
                .contains("Choose a therapist", "Grace Okafor", "Elena Marquez", "None of them")
                .doesNotContain("Sky", "??", "matching.", "Daniel", "/book/");
        assertThat(send(link, "therapistId", GRACE.id().toString())).hasRedirectedUrl(link);
        assertThat(find(inquiry).state()).isEqualTo(ReferralState.READY_FOR_TRIAGE);
        assertThat(read(link)).contains("You would like Grace Okafor.");
        assertThat(page("/staff/referrals/" + inquiry, MAYA))
                .contains("The person would like Grace Okafor.", "The person would like this one", "Offer to Grace")
                .doesNotContain("??");

        post(
                "/staff/referrals/" + inquiry + "/offers",
                MAYA,
                "therapistId",
                GRACE.id().toString());
        assertThat(send(link, "therapistId", ELENA.id().toString())).hasStatus(HttpStatus.GONE);
        assertThat(read(link)).contains("You would like Grace Okafor.").doesNotContain("Send my answer");
    }

    @Test
    void the_offer_goes_out_at_once_if_the_coordinator_said_so() {
        UUID inquiry = ready("Tatum Once");
        String link = ask(inquiry, true);

        send(link, "therapistId", ELENA.id().toString());
        assertThat(find(inquiry).openOfferTo(ELENA.id())).isPresent();
        assertThat(read(link)).contains("We are asking them now");
    }

    @Test
    void who_has_no_place_any_more_is_marked_and_cannot_be_chosen() {
        UUID inquiry = ready("Kit Full");
        String link = ask(inquiry, true);
        String elena = ELENA.id().toString();

        accepting(ELENA.id(), false);
        try {
            assertThat(read(link))
                    .contains("No free place at present", "value=\"" + GRACE.id())
                    .doesNotContain("value=\"" + elena, "??");
            assertThat(send(link, "therapistId", elena)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(put(api(link), "{\"therapistId\":\"" + elena + "\"}")).hasStatus(HttpStatus.BAD_REQUEST);
            assertThat(find(inquiry).desk().choice()).extracting(Choice::state).isEqualTo(Choice.State.ASKED);
        } finally {
            accepting(ELENA.id(), true);
        }
        assertThat(read(link)).doesNotContain("No free place at present");
    }

    @Test
    void what_the_page_says_of_an_answer_is_so() {
        UUID inquiry = ready("Lou True");
        String link = ask(inquiry, true);
        send(link, "therapistId", ELENA.id().toString());

        post("/staff/offers/" + inquiry + "/1/decline", ELENA, "reason", "OTHER");
        assertThat(read(link))
                .contains("it may be with somebody else")
                .doesNotContain("asking them now", "Send my answer", "??");
        accepting(GRACE.id(), false);
        try {
            assertThat(send(link, "therapistId", GRACE.id().toString())).hasStatus(HttpStatus.GONE);
        } finally {
            accepting(GRACE.id(), true);
        }
        post(
                "/staff/referrals/" + inquiry + "/offers",
                MAYA,
                "therapistId",
                GRACE.id().toString());
        assertThat(read(link)).contains("it may be with somebody else").doesNotContain("asking them now");
        post("/staff/offers/" + inquiry + "/2/acceptance", GRACE);
        assertThat(read(link)).contains("Grace Okafor will see you.").doesNotContain("Elena", "??");
        post("/staff/referrals/" + inquiry + "/closing", MAYA, "reason", "CARE_ENDED");
    }

    @Test
    void a_scanner_of_mail_that_opens_every_link_changes_nothing() {
        UUID inquiry = ready("Uma Scanned");
        String link = ask(inquiry, true);
        Referral before = find(inquiry);

        for (HttpMethod method : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD}) {
            assertThat(mvc.method(method).uri(link).exchange()).hasStatusOk();
        }
        assertThat(find(inquiry)).isEqualTo(before);
    }

    @Test
    void an_answer_that_is_missing_is_named_at_its_field() {
        String link = ask(ready("Vic Missing"), false);

        for (String said : new String[] {"", "<b>", UUID.randomUUID().toString()}) {
            MvcTestResult answer = send(link, "therapistId", said);
            assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(body(answer))
                    .contains("href=\"#therapistId\"", "therapistId-error", "Please choose one of them")
                    .doesNotContain("<b>", "??");
        }
    }

    @Test
    void a_link_of_another_purpose_or_nobodys_opens_nothing_and_one_that_ran_out_says_so_kindly() {
        UUID inquiry = ready("Wren Link");
        String link = ask(inquiry, false);
        String manage = context.getBean(SignedLinks.class)
                .sign("manage-call", inquiry + "|1", clock().instant().plusSeconds(60));

        assertThat(open("/choice/" + manage)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(open("/fit/" + link.substring(link.lastIndexOf('/') + 1))).hasStatus(HttpStatus.NOT_FOUND);
        clock().advance(Duration.ofDays(8));
        MvcTestResult late = open(link);
        assertThat(late).hasStatus(HttpStatus.GONE);
        assertThat(body(late)).contains("This link is no longer needed").doesNotContain("Wren", "??");
    }

    @Test
    void the_api_answers_the_same_and_a_repeat_changes_nothing() {
        UUID inquiry = ready("Xen Api");
        String token = api(ask(inquiry, false));

        assertThat(put(token, "{}")).hasStatus(HttpStatus.BAD_REQUEST);
        for (int time = 0; time < 2; time++) {
            assertThat(put(token, "{\"therapistId\":\"" + GRACE.id() + "\"}"))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.state")
                    .isEqualTo("ANSWERED");
        }
        long version = find(inquiry).version();
        put(token, "{\"therapistId\":\"" + GRACE.id() + "\"}");
        assertThat(find(inquiry).version()).isEqualTo(version);
        post("/staff/referrals/" + inquiry + "/closing", MAYA, "reason", "NOT_REACHED");
        assertThat(put(token, "{\"none\":true}"))
                .hasStatus(HttpStatus.GONE)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("link-over");
    }

    @Test
    void who_says_it_is_not_right_is_in_the_first_tab_and_the_therapist_sees_nothing_of_it() {
        UUID inquiry = offeredToGrace("Yael Unhappy");
        post("/staff/offers/" + inquiry + "/1/acceptance", GRACE);
        clock().advance(Duration.ofDays(10));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> find(inquiry).desk().fit() != null
                        && page("/staff/referrals/" + inquiry, MAYA).contains("/fit/"));
        String link = link(page("/staff/referrals/" + inquiry, MAYA));

        assertThat(read(link))
                .contains("How is it with your therapist?", "Grace Okafor")
                .doesNotContain("Yael", "??");
        MvcTestResult half = send(link, "heard", "YES", "matters", "PARTLY");
        assertThat(half).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(half))
                .contains("href=\"#goOn\"", "Please choose an answer.")
                .doesNotContain("??");
        assertThat(send(link, "heard", "YES", "matters", "PARTLY", "goOn", "NO"))
                .hasRedirectedUrl(link);
        assertThat(read(link)).contains("It is good that you told us.");

        assertThat(find(inquiry).desk().openTasks()).extracting(Task::kind).containsExactly(Task.Kind.FIT_NOT_RIGHT);
        assertThat(page("/staff/queue?rows=1000", MAYA)).contains(inquiry.toString());
        assertThat(page("/staff/referrals/" + inquiry, MAYA))
                .contains("it is not right with Grace Okafor", "Find another therapist", "Said how it is")
                .doesNotContain("??");
        assertThat(page("/staff/offers/" + inquiry + "/1", GRACE)).doesNotContain("not right", "Said how it is");

        // The seat is free for the other tests, and nobody waits for an answer any more.
        post("/staff/referrals/" + inquiry + "/closing", MAYA, "reason", "CARE_ENDED");
        assertThat(open(link)).hasStatus(HttpStatus.GONE);
    }

    @Test
    void in_spanish_too() {
        String link = ask(ready("Zoe Spanish"), false);

        assertThat(read(link + "?lang=es"))
                .contains("lang=\"es\"", "Elija terapeuta")
                .doesNotContain("??", "Choose a therapist", "relational therapy");
        assertThat(MessageBundles.missing("messages/matching-person")).isEmpty();
    }

    private String ask(UUID inquiry, boolean atOnce) {
        var request = mvc.post()
                .uri("/staff/referrals/" + inquiry + "/choice")
                .cookie(signedIn(MAYA))
                .with(csrf())
                .param("therapistId", GRACE.id().toString(), ELENA.id().toString())
                .param("offerAtOnce", Boolean.toString(atOnce));
        assertThat(request.exchange()).hasRedirectedUrl("/staff/referrals/" + inquiry);
        return link(page("/staff/referrals/" + inquiry, MAYA));
    }

    private static String api(String link) {
        return link.replace("/choice/", "/api/matching/choices/");
    }

    private void accepting(UUID therapist, boolean accepting) {
        Therapists kept = context.getBean(Therapists.class);
        Therapists.Kept entry = kept.find(therapist).orElseThrow();
        Therapist known = entry.therapist();
        Caseload caseload = known.caseload();
        // Later than any other change, whatever the clocks of other tests said.
        Instant last = kept.all().stream()
                .map(Therapists.Kept::changedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Therapist changed = new Therapist(
                known.id(),
                known.name(),
                known.credential(),
                known.supervisor(),
                known.licences(),
                known.compacts(),
                known.offering(),
                known.fee(),
                new Caseload(caseload.capacity(), caseload.existingClients(), accepting, caseload.onLeaveUntil()),
                known.profile());
        assertThat(kept.save(new Therapists.Kept(changed, entry.version(), last.plusMillis(1)), null))
                .isEqualTo(Therapists.Saving.SAVED);
    }

    private static String link(String page) {
        Matcher found = LINK.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private String read(String path) {
        MvcTestResult result = open(path);
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private MvcTestResult open(String path) {
        return mvc.get().uri(URI.create(path)).exchange();
    }

    private MvcTestResult send(String link, String... parameters) {
        var request = mvc.post().uri(link).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult put(String path, String json) {
        return mvc.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private Referral find(UUID inquiry) {
        return context.getBean(Referrals.class).find(inquiry).orElseThrow();
    }
}
