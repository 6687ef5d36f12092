package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.rapport.web.SignedLinks;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody at the pages and the API: books, follows links, sends forms, signs in. */
final class Visitor {

    private final MockMvcTester http;
    private final SignedLinks links;
    private final Clock clock;

    Visitor(MockMvcTester http, SignedLinks links, Clock clock) {
        this.http = http;
        this.links = links;
        this.clock = clock;
    }

    /** Open times of a host, in order. */
    List<String> openings(String host) {
        MvcTestResult answer =
                http.get().uri("/api/booking/openings?days=14&host=" + host).exchange();
        return JsonPath.read(text(answer), "$.openings[*].start");
    }

    MvcTestResult hold(String host, String start) {
        return json(
                "/api/booking/holds",
                "{\"host\": \"%s\", \"start\": \"%s\", \"zone\": \"America/Denver\"}".formatted(host, start));
    }

    /** Books a time for somebody of this address. */
    MvcTestResult booked(String host, String start, String email) {
        MvcTestResult held = hold(host, start);
        assertThat(held).hasStatus(201);
        return booked(JsonPath.<String>read(text(held), "$.token"), email);
    }

    MvcTestResult booked(String token, String email) {
        return json("/api/booking/holds/" + token + "/call", """
            {"name": "Alex", "email": "%s", "zone": "America/Denver", "state": "IL", "language": "en",
             "channels": ["EMAIL"], "mayLeaveMessage": false, "consentVersion": "2026-11"}\
            """.formatted(email));
    }

    /**
     * Joins the wait list for the next twenty days.
     *
     * @param host an id or any
     * @param more names and values of other fields
     */
    MvcTestResult joins(String request, String host, String email, String... more) {
        String lastDay = clock.instant().plus(Duration.ofDays(20)).toString().substring(0, 10);
        Stream<String> robin =
                Stream.of("requestId", request, "host", host, "lastDay", lastDay, "name", "Robin", "email", email);
        Stream<String> there = Stream.of(
                "zone", "America/Chicago", "state", "IL", "language", "en", "channels", "EMAIL", "consent", "true");
        return form(
                "/wait-list",
                Stream.of(robin, there, Stream.of(more)).flatMap(all -> all).toArray(String[]::new));
    }

    MvcTestResult json(String path, String body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    MvcTestResult form(String path, String... parameters) {
        var request = http.post()
                .uri(path)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("shown", shown());
        for (int index = 0; index < parameters.length; index += 2) {
            request = request.param(parameters[index], parameters[index + 1]);
        }
        return request.exchange();
    }

    MvcTestResult form(Cookie signedIn, String path, String... parameters) {
        var request = http.post().uri(path).cookie(signedIn).with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int index = 0; index < parameters.length; index += 2) {
            request = request.param(parameters[index], parameters[index + 1]);
        }
        return request.exchange();
    }

    /** What a form has in it that was shown a day ago and may still be sent. */
    String shown() {
        return links.sign("form-shown", "form", clock.instant().plusSeconds(1));
    }

    String page(String path) {
        MvcTestResult answer = http.get().uri(path).exchange();
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    MvcTestResult get(Cookie signedIn, String path) {
        return http.get().uri(path).cookie(signedIn).exchange();
    }

    static Cookie signedIn(StaffTokens tokens, String id, StaffRole role) {
        Staff staff = new Staff(UUID.fromString(id), "Somebody", Set.of(role));
        return new Cookie("rapport_staff", tokens.mint(staff, Duration.ofMinutes(1)));
    }

    /** The code of the problem that was answered. */
    static String problem(MvcTestResult answer, int status) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return JsonPath.read(text(answer), "$.code");
    }

    static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
