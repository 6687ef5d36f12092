package org.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PagesTest extends WithSampleApplication {
    @Test
    void a_client_page_has_the_crisis_line_the_phone_and_no_inline_script() {
        HttpResponse<String> page = get("/sample/times");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("988", "(312) 555-0142", "tel:+13125550142", "Lakeside Therapy Group")
                .contains("<html lang=\"en\">", "Tue 24 Nov, 3:00 PM, Chicago time")
                .contains("Tue 24 Nov, 10:00 PM, Madrid time (3:00 PM, Chicago time)")
                .doesNotContain("style=", "onclick", "<script>");
    }

    @Test
    void the_language_is_asked_for_then_remembered_then_the_browser_s() {
        HttpResponse<String> spanish = get("/sample/times?lang=es");
        assertThat(spanish.body())
                .contains("<html lang=\"es\">", "Su llamada", "hora de Chicago", "mar 24 nov, 3:00 p.m.", "English");
        String cookie = cookie(spanish, "rapport_language");
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(get("/sample/times", "Cookie", pair(cookie)).body()).contains("Su llamada");
        assertThat(get("/sample/times", "Accept-Language", "fr, es-MX;q=0.8").body())
                .contains("Su llamada");
        assertThat(get("/sample/times?lang=xx", "Accept-Language", "de").body()).contains("Your call");
    }

    @Test
    void the_language_switch_keeps_the_page() {
        assertThat(get("/sample/times?a=1&lang=en&b=%3C").body()).contains("/sample/times?a=1&amp;b=%3C&amp;lang=es");
    }

    @Test
    void a_form_tells_errors_at_the_field_and_in_the_summary_and_keeps_what_was_typed() {
        HttpResponse<String> form = get("/sample/person");
        assertThat(form.statusCode()).isEqualTo(200);
        HttpResponse<String> again = sent(
                form,
                "name=&email=nonsense&number=7&zone=America/New_York&channels=SMS&_channels=on&_consent=on"
                        + "&note=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body())
                .contains("error-summary", "href=\"#name\"", "id=\"name-error\"", "href=\"#email\"")
                .contains("value=\"nonsense\"", "href=\"#path\"", "id=\"path\"", "href=\"#consent\"", "&lt;script&gt;")
                .contains("value=\"America/New_York\" selected=\"selected\"")
                .contains("value=\"SMS\" id=\"channels-1\" name=\"channels\" checked=\"checked\"")
                .doesNotContain("<script>alert");
    }

    @Test
    void what_does_not_fit_its_field_is_told_in_plain_words_and_kept() {
        HttpResponse<String> again = sent(get("/sample/person"), "name=A&number=abc&_consent=on");
        assertThat(again.body())
                .contains("href=\"#number\"", "value=\"abc\"", "This value cannot be read.")
                .doesNotContain("Failed to convert", "java.");
    }

    private HttpResponse<String> sent(HttpResponse<String> form, String fields) {
        return post(
                "/sample/person",
                fields + "&_csrf=" + csrf(form.body()),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Cookie",
                pair(cookie(form, "rapport_csrf")));
    }

    @Test
    void questions_known_only_at_run_time_have_the_same_form() {
        assertThat(get("/sample/question").body())
                .contains(
                        "3 of 9",
                        "href=\"#phq9-1\"",
                        "id=\"phq9-1\"",
                        "value=\"2\" id=\"phq9-2-2\" checked=\"checked\"");
    }

    @Test
    void assets_are_public_and_may_be_kept() {
        for (String asset : new String[] {"rapport.css", "rapport.js", "htmx.min.js", "rapport.svg"}) {
            HttpResponse<String> response = get("/assets/" + asset);
            assertThat(response.statusCode()).as(asset).isEqualTo(200);
            assertThat(response.headers().firstValue("Cache-Control")).contains("max-age=3600, public");
        }
        assertThat(get("/assets/../application.yml").statusCode()).isIn(400, 404);
        assertThat(get("/assets/%2e%2e/service-web-defaults.yml").statusCode()).isIn(400, 404);
    }

    @Test
    void an_error_page_says_what_to_do_in_the_language_of_the_visitor_and_nothing_else() {
        HttpResponse<String> lost = get("/sample/nothing?lang=es");
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(lost.body()).contains("No encontramos esta página", "988");
        HttpResponse<String> broken = get("/sample/faults/x");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body())
                .contains("Something went wrong on our side", "<code>")
                .doesNotContain("Jones", "java.");
    }

    @Test
    void what_the_container_cannot_read_is_the_sender_s_fault_and_told_on_a_page() {
        HttpResponse<String> unreadable =
                post("/sample/person?name=%FF", "number=7", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(unreadable.body()).contains("We could not read that", "rapport.css");
        HttpResponse<String> large = post(
                "/sample/person", "name=" + "x".repeat(300_000), "Content-Type", "application/x-www-form-urlencoded");
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("Too much at once", "rapport.css");
        HttpResponse<String> refused = get("/sample/times", "X-Long", "x".repeat(20_000));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).doesNotContain("Tomcat", "org.apache");
    }

    @Test
    void the_library_s_own_texts_are_complete() {
        assertThat(MessageBundles.missing("messages/web", "messages/sample")).isEmpty();
    }

    @Test
    void a_text_missing_in_a_language_or_shown_wrongly_is_found() {
        assertThat(MessageBundles.missing("messages/faulty"))
                .containsExactly(
                        "messages/faulty: apostrophe has placeholders and an apostrophe that is not doubled",
                        "messages/faulty: english is missing in Spanish",
                        "messages/faulty: places has other placeholders in Spanish than in English",
                        "messages/faulty: spanish is missing in English");
    }

    static String csrf(String body) {
        Matcher field = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(body);
        assertThat(field.find()).as("a form with its token").isTrue();
        return field.group(1);
    }
}
