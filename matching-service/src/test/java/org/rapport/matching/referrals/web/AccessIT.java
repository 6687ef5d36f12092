package org.rapport.matching.referrals.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.RunningMatching;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint of this service, for every role, with ids that are not the asker's own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessIT extends RunningMatching {
    /** What every person of these tests is looking for help with. */
    private static final String BRIEF = "grief";

    private record Endpoint(HttpMethod method, String pattern) {
        boolean isApi() {
            return pattern.startsWith("/api/");
        }

        boolean isPublic() {
            return pattern.startsWith("/therapists") || pattern.startsWith("/guides") || pattern.endsWith("/{token}");
        }

        boolean isOffer() {
            return pattern.contains("/offers/{inquiryId}");
        }

        String path(UUID inquiry) {
            return pattern.replace("{inquiryId}", inquiry.toString())
                    .replace("{number}", "1")
                    .replace("{therapistId}", GRACE.id().toString())
                    .replace("{id}", GRACE.id().toString());
        }
    }

    @Test
    void all_endpoints_are_known_to_this_test() {
        assertThat(endpoints()).hasSize(54);
    }

    @Test
    void nobody_gets_anywhere_without_signing_in() {
        UUID inquiry = offeredToGrace("Parker Private");
        for (Endpoint endpoint : endpoints()) {
            if (endpoint.isPublic()) {
                continue;
            }
            MvcTestResult result = ask(endpoint, endpoint.path(inquiry), Optional.empty());
            assertThat(result.getResponse().getStatus())
                    .as(endpoint.toString())
                    .isIn(endpoint.isApi() ? 401 : 302, 401);
            assertThat(body(result)).as(endpoint.toString()).doesNotContain("Parker");
        }
    }

    @Test
    void each_role_gets_only_what_is_its_own() {
        UUID inquiry = offeredToGrace("Quinn Private");
        for (StaffRole role : StaffRole.values()) {
            Staff asker = role == StaffRole.THERAPIST ? ELENA : new Staff(UUID.randomUUID(), "Somebody", Set.of(role));
            for (Endpoint endpoint : endpoints()) {
                if (mayOpen(role, endpoint)) {
                    continue;
                }
                MvcTestResult result = ask(endpoint, endpoint.path(inquiry), Optional.of(asker));
                int expected = role == StaffRole.THERAPIST && endpoint.isOffer() ? 404 : 403;
                assertThat(result.getResponse().getStatus())
                        .as(role + " " + endpoint)
                        .isEqualTo(expected);
                assertThat(body(result)).as(role + " " + endpoint).doesNotContain("Quinn");
            }
        }
    }

    @Test
    void a_former_therapist_no_longer_sees_who_the_person_is() {
        for (String end : List.of("/rematch", "/closing")) {
            UUID inquiry = offeredToGrace("Reese Private");
            String offer = "/staff/offers/" + inquiry + "/1";
            post(offer + "/acceptance", GRACE);
            assertThat(page(offer, GRACE)).contains("Reese Private");
            post("/staff/referrals/" + inquiry + end, MAYA, "reason", "NOT_REACHED");

            assertThat(page(offer, GRACE))
                    .as(end)
                    .contains("An earlier offer")
                    .doesNotContain("Reese", "About the person", BRIEF, "??");
        }
    }

    @Test
    void what_a_person_comes_with_is_read_only_by_whom_they_are_offered_to_or_seen_by() {
        for (String end : List.of("/decline", "/withdrawal", "/conflicts")) {
            UUID inquiry = offeredToGrace("Rory Private");
            String offer = "/staff/offers/" + inquiry + "/1";
            assertThat(page(offer, GRACE)).contains("About the person", BRIEF);
            assertThat(row("/staff/offers/" + inquiry)).contains(BRIEF);
            String referral = "/staff/referrals/" + inquiry;
            switch (end) {
                case "/decline" -> post(offer + end, GRACE, "reason", "OTHER");
                case "/withdrawal" -> post(referral + "/offers/1" + end, MAYA);
                default ->
                    post(
                            referral + end,
                            MAYA,
                            "therapistId",
                            GRACE.id().toString(),
                            "conflict",
                            "THEY_KNOW_EACH_OTHER");
            }

            assertThat(page(offer, GRACE)).as(end).doesNotContain("About the person", BRIEF, "??");
            assertThat(row("/staff/offers/" + inquiry)).as(end).doesNotContain(BRIEF, "??");
        }
    }

    private String row(String offer) {
        String list = page("/staff/offers", GRACE);
        String from = list.substring(list.indexOf(offer));
        return from.substring(0, from.indexOf("</a>"));
    }

    @Test
    void empty_values_of_whoever_may_ask_are_refused_and_no_fault_of_ours() {
        UUID inquiry = ready("Sasha Empty");
        String api = "/api/matching/referrals/" + inquiry + "/choice";
        String one = "\"" + GRACE.id() + "\"";
        for (String ids : List.of(
                "null",
                "[null]",
                "[" + one + ",null]",
                "[\"\"]",
                "[" + one + "," + one + "," + one + "," + one + "]")) {
            assertThat(mvc.put()
                            .uri(api)
                            .header("Authorization", "Bearer " + token(MAYA))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"therapistIds\":" + ids + ",\"offerAtOnce\":false}")
                            .exchange()
                            .getResponse()
                            .getStatus())
                    .as(ids)
                    .isEqualTo(400);
        }
        String page = "/staff/referrals/" + inquiry + "/choice";
        for (String[] nobody : List.of(new String[] {""}, new String[] {"", ""})) {
            assertThat(mvc.post()
                            .uri(page)
                            .cookie(signedIn(MAYA))
                            .with(csrf())
                            .param("therapistId", nobody)
                            .exchange())
                    .hasRedirectedUrl("/staff/referrals/" + inquiry + "?refused=wrong-number");
        }
        assertThat(mvc.post()
                        .uri(page)
                        .cookie(signedIn(MAYA))
                        .with(csrf())
                        .param("therapistId", "", GRACE.id().toString())
                        .exchange())
                .hasRedirectedUrl("/staff/referrals/" + inquiry);
    }

    @Test
    void an_id_nobody_has_is_not_found_for_whoever_may_ask() {
        UUID unknown = UUID.randomUUID();
        for (Endpoint endpoint : endpoints()) {
            if (endpoint.pattern().contains("{inquiryId}")) {
                Staff asker = endpoint.isOffer() ? GRACE : MAYA;
                assertThat(ask(endpoint, endpoint.path(unknown), Optional.of(asker))
                                .getResponse()
                                .getStatus())
                        .as(endpoint.toString())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void what_no_rule_names_is_not_there() {
        assertThat(mvc.get()
                        .uri("/staff/other")
                        .cookie(signedIn(MAYA))
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    private static boolean mayOpen(StaffRole role, Endpoint endpoint) {
        if (endpoint.isPublic()) {
            return true;
        }
        if (endpoint.pattern().equals("/staff")) {
            return role != StaffRole.SERVICE;
        }
        return switch (role) {
            case COORDINATOR ->
                endpoint.pattern().contains("/referrals")
                        || Set.of("/staff/queue", "/staff/roster", "/staff/roster/export")
                                .contains(endpoint.pattern());
            case THERAPIST -> endpoint.pattern().equals("/staff/offers");
            case SERVICE ->
                HttpMethod.GET.equals(endpoint.method())
                        && endpoint.isApi()
                        && (endpoint.isOffer() || endpoint.pattern().equals("/api/matching/referrals/{inquiryId}"));
            case ADMINISTRATOR -> endpoint.pattern().startsWith("/staff/roster");
        };
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (handler.getBeanType().getPackageName().startsWith("org.rapport.matching")) {
                        mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> mapping.getPatternValues()
                                        .forEach(pattern ->
                                                endpoints.add(new Endpoint(method.asHttpMethod(), pattern))));
                    }
                });
        return endpoints;
    }

    private MvcTestResult ask(Endpoint endpoint, String path, Optional<Staff> staff) {
        var request = mvc.method(endpoint.method()).uri(path);
        if (endpoint.isApi()) {
            request = staff.isEmpty() ? request : request.header("Authorization", "Bearer " + token(staff.get()));
            request = HttpMethod.POST.equals(endpoint.method()) || HttpMethod.PUT.equals(endpoint.method())
                    ? request.contentType(MediaType.APPLICATION_JSON).content(json(path))
                    : request;
        } else {
            request = staff.isEmpty() ? request : request.cookie(signedIn(staff.get()));
            request = request.with(csrf())
                    .param("therapistId", GRACE.id().toString())
                    .param("coordinatorId", MAYA.id().toString())
                    .param("key", "any")
                    .param("conflict", "OTHER_CONFLICT")
                    .param("seen", "1")
                    .param("file", "name")
                    .param("reason", endpoint.pattern().endsWith("/closing") ? "NOT_REACHED" : "OTHER");
        }
        return request.exchange();
    }

    private static String json(String path) {
        return Stream.of("/offers", "/decline", "/choice", "/conflicts/" + GRACE.id(), "")
                .filter(path::endsWith)
                .findFirst()
                .map(end -> switch (end) {
                    case "/offers" -> "{\"therapistId\":\"" + GRACE.id() + "\"}";
                    case "/choice" -> "{\"therapistIds\":[\"" + GRACE.id() + "\"],\"offerAtOnce\":false}";
                    case "/decline" -> "{\"reason\":\"other\"}";
                    case "" -> "{}";
                    default -> "{\"reason\":\"OTHER_CONFLICT\"}";
                })
                .orElseThrow();
    }
}
