package org.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityTest extends WithSampleApplication {
    @ParameterizedTest
    @CsvSource({
        "GET, /sample/times, 200, 200, 200, 200",
        "GET, /api/sample/openings, 200, 200, 200, 200",
        "POST, /api/sample/openings, 404, 404, 404, 404",
        "GET, /api/sample/referrals, 401, 200, 403, 200",
        "POST, /api/sample/referrals, 401, 200, 403, 403",
        "GET, /staff/queue, 302, 200, 403, 403",
        "GET, /staff/offers, 302, 403, 200, 403",
        "GET, /staff/unlisted, 404, 404, 404, 404",
        "GET, /unlisted, 404, 404, 404, 404",
        "GET, /api/sample/unlisted, 404, 404, 404, 404",
        "GET, /favicon.ico, 404, 404, 404, 404",
        "GET, /actuator, 404, 404, 404, 404",
        "GET, /health, 200, 200, 200, 200",
        "GET, /health/live, 200, 200, 200, 200",
        "GET, /health/ready, 200, 200, 200, 200",
        "GET, /api/sample/openapi, 200, 200, 200, 200",
        "GET, /staff/login/failed, 200, 200, 200, 200",
    })
    void every_rule_holds_for_everybody(
            String method, String path, int nobody, int coordinator, int therapist, int service) {
        assertThat(status(method, path)).isEqualTo(nobody);
        assertThat(status(method, path, "Authorization", "Bearer " + token(StaffRole.COORDINATOR)))
                .isEqualTo(coordinator);
        assertThat(status(method, path, "Authorization", "Bearer " + token(StaffRole.THERAPIST)))
                .isEqualTo(therapist);
        assertThat(status(method, path, "Authorization", "Bearer " + tokens.forService("booking")))
                .isEqualTo(service);
    }

    @Test
    void a_forged_expired_or_foreign_token_is_nobody() {
        Clock yesterday = Clock.fixed(Instant.now().minus(Duration.ofDays(1)), ZoneOffset.UTC);
        Staff maya = new Staff(new UUID(0, 1), "Maya", Set.of(StaffRole.COORDINATOR));
        String expired = new StaffTokens(new SharedSecret("a-secret-for-tests-of-forty-characters--"), yesterday)
                .mint(maya, Duration.ofHours(8));
        String foreign = new StaffTokens(new SharedSecret("another-secret-of-thirty-two-characters"), Clock.systemUTC())
                .mint(maya, Duration.ofHours(8));
        String good = token(StaffRole.COORDINATOR);
        String unsigned = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
                + good.substring(good.indexOf('.'), good.lastIndexOf('.') + 1);
        for (String bad : new String[] {expired, foreign, unsigned, good + "x", "", "x.y.z"}) {
            assertThat(status("GET", "/api/sample/referrals", "Authorization", "Bearer " + bad))
                    .isEqualTo(401);
            assertThat(status("GET", "/api/sample/referrals", "Cookie", "rapport_staff=" + bad))
                    .isEqualTo(401);
            assertThat(status("GET", "/sample/times", "Cookie", "rapport_staff=" + bad))
                    .isEqualTo(200);
        }
        assertThat(status("GET", "/api/sample/referrals", "Cookie", "rapport_staff=" + good))
                .isEqualTo(200);
    }

    @Test
    void whoever_is_not_signed_in_is_sent_to_sign_in_and_comes_back() {
        assertThat(location(get("/staff/queue?state=new&page=2")))
                .isEqualTo("/staff/login?return=%2Fstaff%2Fqueue%3Fstate%3Dnew%26page%3D2");
        HttpResponse<String> api = get("/api/sample/referrals");
        assertThat(api.body()).contains("sign-in-required");
        assertThat(api.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void a_form_of_somebody_signed_in_changes_nothing_without_its_token() {
        String[] form = {"Content-Type", "application/x-www-form-urlencoded"};
        String staff = "rapport_staff=" + token(StaffRole.COORDINATOR);
        HttpResponse<String> refused = post("/sample/person", "name=Ann", form[0], form[1], "Cookie", staff);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("This page was open for too long");
        assertThat(post("/sample/person", "name=Ann&_csrf=x", form[0], form[1], "Cookie", staff + "; rapport_csrf=x")
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> page = get("/sample/person", "Cookie", staff);
        String cookie = cookie(page, "rapport_csrf");
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/");
        String body = "name=Ann&_csrf=" + PagesTest.csrf(page.body());
        assertThat(post("/sample/person", body, form[0], form[1], "Cookie", staff + "; " + pair(cookie))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_second_tab_leaves_the_form_in_the_first_one_good() {
        String staff = "rapport_staff=" + token(StaffRole.COORDINATOR);
        HttpResponse<String> first = get("/sample/person", "Cookie", staff);
        String cookies = staff + "; " + pair(cookie(first, "rapport_csrf"));
        HttpResponse<String> second = get("/staff/queue", "Cookie", cookies);
        assertThat(second.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("rapport_csrf"));
    }

    @Test
    void a_client_loses_nothing_by_a_form_token_that_is_gone() {
        String[] form = {"Content-Type", "application/x-www-form-urlencoded"};
        assertThat(post("/sample/person", "name=Ann", form).statusCode()).isEqualTo(200);
        assertThat(post("/sample/person", "name=Ann", form[0], form[1], "Cookie", "rapport_staff=stale")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void staff_pages_speak_english_whatever_the_browser_prefers() {
        HttpResponse<String> page = get(
                "/staff/queue?lang=es",
                "Cookie",
                "rapport_staff=" + token(StaffRole.COORDINATOR),
                "Accept-Language",
                "es");
        assertThat(page.body()).contains("lang=\"en\"", ">Queue<").doesNotContain("Español");
    }

    @Test
    void a_staff_cookie_alone_cannot_post_to_the_api_and_a_bearer_token_can() {
        String cookie = "rapport_staff=" + token(StaffRole.COORDINATOR);
        assertThat(json("/api/sample/referrals", "{}", "Cookie", cookie).statusCode())
                .isEqualTo(403);
        // A Bearer header must not turn the check off and leave the cookie's rights on.
        assertThat(json("/api/sample/referrals", "{}", "Cookie", cookie, "Authorization", "Bearer x")
                        .statusCode())
                .isEqualTo(401);
        assertThat(json("/api/sample/people", "{\"name\":\"Ann\",\"age\":1}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void every_answer_carries_the_security_headers_and_no_session() {
        for (String path : new String[] {"/sample/times", "/api/sample/openings", "/unlisted", "/staff/queue"}) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("JSESSIONID"));
        }
    }

    @Test
    void forged_host_and_forwarding_headers_reach_no_address_of_ours() throws IOException {
        for (String path : new String[] {"/staff/queue", "/", "/api/sample/openapi", "/sample/times", "/staff/login"}) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                    + "X-Forwarded-Proto: https\r\nX-Forwarded-Prefix: /evil.example\r\nForwarded: host=evil.example\r\n"
                    + "Connection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("evil.example", "HTTP/1.1 5");
        }
    }

    @Test
    void the_layout_shows_each_role_its_own_pages() {
        String page = get("/staff/queue", "Cookie", "rapport_staff=" + token(StaffRole.COORDINATOR))
                .body();
        assertThat(page)
                .contains("Maya Thompson", "href=\"/staff/queue\" aria-current=\"page\">Queue", "/staff/messages")
                .contains("action=\"/staff/logout\"", "name=\"_csrf\"")
                .doesNotContain("/staff/offers");
        assertThat(get("/staff/queue", "Cookie", "rapport_staff=" + token(StaffRole.THERAPIST))
                        .body())
                .contains("Not allowed", "/staff/offers");
    }

    @Test
    void cookies_demand_encryption_where_the_public_address_has_it() {
        assertThat(new PublicUrls(URI.create("https://rapport.example/")).encrypted())
                .isTrue();
        assertThat(new PublicUrls(URI.create("https://rapport.example/")).absolute("/calls/t"))
                .isEqualTo("https://rapport.example/calls/t");
    }

    private int status(String method, String path, String... headers) {
        return "GET".equals(method)
                ? get(path, headers).statusCode()
                : json(path, "{}", headers).statusCode();
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
