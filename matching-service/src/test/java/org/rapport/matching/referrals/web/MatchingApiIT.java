package org.rapport.matching.referrals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.RunningMatching;
import org.rapport.matching.referrals.domain.Offer;
import org.rapport.web.Staff;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchingApiIT extends RunningMatching {
    private static final String REFERRALS = "/api/matching/referrals";

    @Test
    void from_triage_to_match() {
        UUID inquiry = ready("Kai Api");
        String referral = REFERRALS + "/" + inquiry;
        assertThat(ask(REFERRALS + "?state=READY_FOR_TRIAGE", MAYA))
                .hasStatusOk()
                .bodyText()
                .contains(inquiry.toString());
        assertThat(post(referral + "/assignment", MAYA, "{}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.owner")
                .isEqualTo(MAYA.id().toString());
        assertThat(ask(referral + "/candidates", MAYA)).hasStatusOk().bodyJson().satisfies(json -> {
            assertThat(json).extractingPath("$.outcome").isEqualTo("RANKED");
            assertThat(json).extractingPath("$.candidates[0].outOf").isEqualTo(100);
            assertThat(json)
                    .extractingPath("$.excluded[*].failures[*].code")
                    .asArray()
                    .contains("on-leave");
        });

        String body = "{\"therapistId\":\"" + GRACE.id() + "\"}";
        for (int click = 0; click < 2; click++) {
            assertThat(post(referral + "/offers", MAYA, body))
                    .hasStatus(HttpStatus.CREATED)
                    .bodyJson()
                    .extractingPath("$.offerId")
                    .isEqualTo(Offer.idOf(inquiry, 1).toString());
        }
        String offer = "/api/matching/offers/" + inquiry + "/1";
        assertThat(ask(offer, GRACE))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("OPEN");
        for (int click = 0; click < 2; click++) {
            assertThat(post(offer + "/acceptance", GRACE, "{}"))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.state")
                    .isEqualTo("ACCEPTED");
        }
        assertThat(ask(referral, MAYA)).bodyJson().extractingPath("$.state").isEqualTo("MATCHED");
        assertProblem(post(offer + "/decline", GRACE, "{\"reason\":\"other\"}"), HttpStatus.CONFLICT, "offer-accepted");
    }

    @Test
    void a_refusal_names_its_reason_and_the_failing_rules() {
        UUID inquiry = ready("Lee Refused");
        MvcTestResult refused = post(
                REFERRALS + "/" + inquiry + "/offers",
                MAYA,
                "{\"therapistId\":\"a0000000-0000-4000-8000-000000000005\"}");

        assertProblem(refused, HttpStatus.CONFLICT, "not-eligible");
        assertThat(refused)
                .bodyJson()
                .extractingPath("$.failures[*].rule")
                .asArray()
                .containsExactly("SEAT");
    }

    @Test
    void what_is_not_ready_or_not_there_says_so() {
        UUID waiting = received("Morgan Waiting");

        assertProblem(ask(REFERRALS + "/" + waiting + "/candidates", MAYA), HttpStatus.CONFLICT, "not-ready");
        assertProblem(ask(REFERRALS + "/" + UUID.randomUUID(), MAYA), HttpStatus.NOT_FOUND, "not-found");
        assertProblem(ask(REFERRALS + "/not-an-id", MAYA), HttpStatus.NOT_FOUND, "not-found");
    }

    @Test
    void bad_input_is_refused_without_being_repeated() {
        UUID inquiry = ready("Noel Input");
        String offers = REFERRALS + "/" + inquiry + "/offers";

        assertProblem(post(offers, MAYA, "{}"), HttpStatus.BAD_REQUEST, "invalid");
        assertProblem(post(offers, MAYA, "{\"therapistId\":\"x'y\"}"), HttpStatus.BAD_REQUEST, "invalid");
        assertProblem(
                post(offers, MAYA, "{\"therapistId\":\"" + GRACE.id() + "\",\"status\":\"MATCHED\"}"),
                HttpStatus.BAD_REQUEST,
                "unknown-field");
        assertProblem(
                post(REFERRALS + "/" + inquiry + "/assignment", MAYA, "{\"owner\":1}"),
                HttpStatus.BAD_REQUEST,
                "unknown-field");
        UUID offered = offeredToGrace("Ocean Input");
        assertProblem(
                post("/api/matching/offers/" + offered + "/1/decline", GRACE, "{\"reason\":\"<b>\"}"),
                HttpStatus.BAD_REQUEST,
                "invalid");
    }

    private static void assertProblem(MvcTestResult result, HttpStatus status, String code) {
        Assertions.assertThat(result.getResponse().getStatus()).isEqualTo(status.value());
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo(code);
        assertThat(result)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .doesNotContain("x'y", "<b>");
    }

    private MvcTestResult ask(String path, Staff staff) {
        return mvc.get()
                .uri(path)
                .header("Authorization", "Bearer " + token(staff))
                .exchange();
    }

    private MvcTestResult post(String path, Staff staff, String json) {
        return mvc.method(HttpMethod.POST)
                .uri(path)
                .header("Authorization", "Bearer " + token(staff))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }
}
