package org.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.util.UriComponentsBuilder;

class StaffLoginTest extends WithSampleApplication {
    private static final String MAYA = "c0000000-0000-4000-8000-000000000001";

    @BeforeEach
    void maya_is_at_the_issuer() {
        ISSUER.claims = new HashMap<>(
                Map.of("staff_id", MAYA, "name", "Maya Thompson", "roles", List.of("coordinator", "SERVICE", "x")));
    }

    @Test
    void a_person_signs_in_comes_back_to_the_page_and_signs_out() throws Exception {
        HttpResponse<String> begun = get("/staff/login?return=/staff/queue?state%3Dnew");
        assertThat(begun.statusCode()).isEqualTo(302);
        Map<String, String> sent = query(location(begun));
        assertThat(location(begun)).startsWith(ISSUER.address() + "/authorize?");
        assertThat(sent)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://localhost:8080/staff/login/callback");
        String pending = cookie(begun, "rapport_login");
        assertThat(pending).contains("HttpOnly", "SameSite=Lax", "Path=/staff/login", "Max-Age=600");

        HttpResponse<String> back = comeBack(begun, value(sent, "state"));
        assertThat(location(back)).isEqualTo("/staff/queue?state=new");
        String staff = cookie(back, "rapport_staff");
        assertThat(staff).contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=28800");
        assertThat(cookie(back, "rapport_login")).contains("Max-Age=0");
        String verifier = value(query("?" + ISSUER.lastTokenRequest), "code_verifier");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        assertThat(sent)
                .containsEntry(
                        "code_challenge",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(digest));

        HttpResponse<String> queue = get("/staff/queue", "Cookie", pair(staff));
        assertThat(queue.body()).contains("Maya Thompson");
        assertThat(get("/api/sample/referrals", "Cookie", pair(staff)).body())
                .contains(MAYA, "COORDINATOR")
                .doesNotContain("SERVICE");

        String cookies = pair(staff) + "; " + pair(cookie(queue, "rapport_csrf"));
        String form = "application/x-www-form-urlencoded";
        assertThat(post("/staff/logout", "", "Cookie", cookies, "Content-Type", form)
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> out =
                post("/staff/logout", "_csrf=" + PagesTest.csrf(queue.body()), "Cookie", cookies, "Content-Type", form);
        assertThat(location(out)).isEqualTo("/staff/login/ended");
        assertThat(cookie(out, "rapport_staff")).contains("Max-Age=0");
        assertThat(get("/staff/login/ended").body()).contains("You are signed out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/staff//evil.example",
                "/\\evil.example",
                "/staff/%2e%2e/x",
                "/staff/../api",
                "/staff/queue#@evil",
                "/staff/queue%0d%0aSet-Cookie:x",
                "javascript:alert(1)",
                "/staff/login?return=/staff/queue",
                "/staff/logout",
                "/calls/x"
            })
    void another_place_to_return_to_is_ignored(String wanted) {
        HttpResponse<String> begun = get(UriComponentsBuilder.fromPath("/staff/login")
                .queryParam("return", "{wanted}")
                .encode()
                .buildAndExpand(wanted)
                .toUriString());
        HttpResponse<String> back = comeBack(begun, value(query(location(begun)), "state"));
        assertThat(location(back)).isEqualTo("/staff");
    }

    @Test
    void a_sign_in_that_was_not_begun_here_or_was_tampered_with_fails() {
        HttpResponse<String> begun = get("/staff/login");
        String state = value(query(location(begun)), "state");
        assertFailed(get("/staff/login/callback?code=c&state=" + state));
        assertFailed(get("/staff/login/callback?code=c&state=other", "Cookie", pair(cookie(begun, "rapport_login"))));
        assertFailed(get(
                "/staff/login/callback?code=c&state=" + state, "Cookie", pair(cookie(begun, "rapport_login")) + "x"));
        ISSUER.nonce = "of another sign-in";
        assertFailed(
                get("/staff/login/callback?code=c&state=" + state, "Cookie", pair(cookie(begun, "rapport_login"))));
        assertFailed(get(
                "/staff/login/callback?error=access_denied&state=" + state,
                "Cookie",
                pair(cookie(begun, "rapport_login"))));
    }

    @Test
    void an_issuer_that_fails_half_way_signs_nobody_in() {
        HttpResponse<String> begun = get("/staff/login");
        ISSUER.broken = true;
        try {
            assertFailed(comeBack(begun, value(query(location(begun)), "state")));
        } finally {
            ISSUER.broken = false;
        }
    }

    @Test
    void an_issuer_that_is_not_up_yet_is_unavailable_and_no_reason_not_to_start() {
        PublicUrls urls = new PublicUrls(URI.create("http://localhost:8080"));
        SharedSecret secret = new SharedSecret("a-secret-of-at-least-thirty-two-chars");
        StaffLogin login = new StaffLogin(
                new WebSettings.Oidc("http://localhost:1", "rapport", "x"),
                urls,
                tokens,
                new StaffCookie(urls),
                registrations -> new PendingLogins(registrations, urls, secret, Clock.systemUTC()));
        assertThatThrownBy(() -> login.begin(new MockHttpServletRequest(), new MockHttpServletResponse()))
                .isInstanceOf(ServiceUnavailable.class);
    }

    @Test
    void a_person_without_a_role_here_is_told_so() {
        for (Object roles : new Object[] {List.of(), List.of("SERVICE"), List.of("cook")}) {
            ISSUER.claims.put("roles", roles);
            HttpResponse<String> begun = get("/staff/login");
            HttpResponse<String> back = comeBack(begun, value(query(location(begun)), "state"));
            assertThat(location(back)).isEqualTo("/staff/login/failed?why=account");
            assertThat(back.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("rapport_staff"));
        }
        assertThat(get("/staff/login/failed?why=account").body()).contains("no role in this practice");
    }

    @Test
    void who_has_no_name_at_the_issuer_goes_by_the_login_or_the_id() {
        ISSUER.claims.remove("name");
        assertThat(nameAfterSignIn()).contains(MAYA);
        ISSUER.claims.put("name", " ");
        ISSUER.claims.put("preferred_username", "maya");
        assertThat(nameAfterSignIn()).contains(">maya<").doesNotContain(MAYA);
    }

    private String nameAfterSignIn() {
        HttpResponse<String> begun = get("/staff/login?return=/staff/queue");
        HttpResponse<String> back = comeBack(begun, value(query(location(begun)), "state"));
        return get("/staff/queue", "Cookie", pair(cookie(back, "rapport_staff")))
                .body();
    }

    private HttpResponse<String> comeBack(HttpResponse<String> begun, String state) {
        ISSUER.nonce = value(query(location(begun)), "nonce");
        return get("/staff/login/callback?code=c&state=" + state, "Cookie", pair(cookie(begun, "rapport_login")));
    }

    private static void assertFailed(HttpResponse<String> answer) {
        assertThat(location(answer)).isEqualTo("/staff/login/failed");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("rapport_staff"));
    }

    private static String value(Map<String, String> query, String name) {
        return Objects.requireNonNull(query.get(name), name);
    }

    private static Map<String, String> query(String address) {
        return UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> URLDecoder.decode(e.getValue(), StandardCharsets.UTF_8)));
    }
}
