package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.MAYA;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a browser without script does for somebody who is signed in. */
final class StaffBrowser {

    private final MockMvcTester http;
    private final StaffTokens tokens;

    StaffBrowser(MockMvcTester http, StaffTokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    static Staff maya() {
        return staff(MAYA.value(), StaffRole.COORDINATOR);
    }

    static Staff olivia() {
        return staff(UUID.fromString("b0000000-0000-4000-8000-000000000001"), StaffRole.ADMINISTRATOR);
    }

    static Staff staff(UUID id, StaffRole role) {
        return new Staff(id, "Somebody", Set.of(role));
    }

    Map<String, String> form(String path, Staff staff) {
        return fields(page(path, staff));
    }

    /** What a browser would send. */
    static Map<String, String> fields(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Pattern.compile("<input ([^>]*)>").matcher(page).results().forEach(input -> {
            String attributes = input.group(1);
            String name = attribute(attributes, "name");
            boolean unticked = attributes.contains("checkbox") && !attributes.contains("checked");
            if (!name.isEmpty() && !name.equals("_csrf") && !unticked) {
                fields.put(name, attribute(attributes, "value"));
            }
        });
        Pattern.compile("<select [^>]*name=\"([^\"]+)\".*?</select>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .forEach(select -> {
                    Matcher chosen = Pattern.compile("<option value=\"([^\"]*)\" selected")
                            .matcher(select.group());
                    fields.put(select.group(1), chosen.find() ? chosen.group(1) : "");
                });
        return fields;
    }

    private static String attribute(String attributes, String name) {
        Matcher matcher = Pattern.compile("(?:^| )" + name + "=\"([^\"]*)\"").matcher(attributes);
        return matcher.find() ? matcher.group(1) : "";
    }

    MvcTestResult post(String path, Staff staff, Map<String, String> form) {
        var request = http.post().uri(path).cookie(cookie(staff)).with(SecurityMockMvcRequestPostProcessors.csrf());
        for (Map.Entry<String, String> field : form.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.exchange();
    }

    MvcTestResult put(String path, Staff staff, String body) {
        return http.put()
                .uri(path)
                .header("Authorization", "Bearer " + tokens.mint(staff, Duration.ofMinutes(1)))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    MvcTestResult get(String path, Staff staff) {
        return http.get().uri(path).cookie(cookie(staff)).exchange();
    }

    String page(String path, Staff staff) {
        MvcTestResult answer = get(path, staff);
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    Cookie cookie(Staff staff) {
        return new Cookie("rapport_staff", tokens.mint(staff, Duration.ofMinutes(1)));
    }

    static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
