package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.StaffBrowser.maya;
import static org.rapport.booking.StaffBrowser.olivia;
import static org.rapport.booking.StaffBrowser.staff;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.web.StaffRole;
import org.rapport.web.StaffTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** "Any coordinator": who is picked, and how staff set and see it. */
@OverFakes
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingPoolTest {

    private static final String MAYAS = "/staff/hours/" + MAYA;
    private static final String POOL = "/staff/hours/pool";
    private static final String TEN = "2027-01-12T16:00:00Z";

    @Autowired
    MockMvcTester http;

    @Autowired
    Visitor visitor;

    @Autowired
    InMemoryHosts hosts;

    @Autowired
    StaffTokens tokens;

    private StaffBrowser browser;

    @BeforeEach
    void signed_in() {
        browser = new StaffBrowser(http, tokens);
    }

    @Test
    void a_share_is_set_on_the_page_and_by_the_api_and_zero_is_only_by_name() {
        Map<String, String> form = browser.form(MAYAS, maya());
        assertThat(form).containsEntry("weight", "1");
        form.put("weight", "eleven");
        MvcTestResult faulty = browser.post(MAYAS, maya(), form);
        assertThat(faulty).hasStatus(422);
        assertThat(Visitor.text(faulty))
                .contains("href=\"#weight\"", "Enter a number from 0 to 10", "value=\"eleven\"");
        form.put("weight", "0");
        assertThat(browser.post(MAYAS, maya(), form)).hasStatus(302);
        assertThat(hosts.find(MAYA).orElseThrow().weight()).isZero();

        List<String> whom = JsonPath.read(
                Visitor.text(http.get().uri("/api/booking/openings?days=14").exchange()), "$.openings[*].hostName");
        assertThat(whom).isNotEmpty().containsOnly("Daniel");
        assertThat(visitor.openings(MAYA.toString())).isNotEmpty();
        assertThat(browser.page(POOL, maya())).contains("Only chosen by name").containsPattern("<li>Maya</li>");

        String path = "/api/booking/hosts/" + MAYA + "/hours";
        String read = Visitor.text(browser.get(path, maya()));
        assertThat(JsonPath.<Integer>read(read, "$.weight")).isZero();
        assertThat(browser.put(path, maya(), read.replace("\"weight\":0", "\"weight\":1")))
                .hasStatusOk();
        assertThat(hosts.find(MAYA).orElseThrow().weight()).isEqualTo(1);
    }

    @Test
    void the_table_says_who_is_next_and_the_next_hold_goes_to_them() {
        String first = next();
        assertThat(heldBy(TEN)).isEqualTo(first);
        String second = next();
        assertThat(second).isNotEqualTo(first);
        assertThat(JsonPath.<List<Integer>>read(pool(), "$.inTurn[*].calls")).containsExactly(0, 1);
        assertThat(browser.page(POOL, maya()))
                .contains("Calls of the last 7 days", "none lately", ">next<", "Mon 11 Jan")
                .doesNotContain("??", "Only chosen by name");
        assertThat(browser.page(POOL, olivia())).contains(">Everybody<");
        assertThat(heldBy("2027-01-12T17:00:00Z")).isEqualTo(second);
    }

    @Test
    void the_page_of_any_coordinator_promises_nobody_by_name() {
        assertThat(visitor.page("/book/times"))
                .contains("Chicago time, Any coordinator")
                .doesNotContain("time, Maya");
        assertThat(visitor.page("/book/times?host=" + MAYA)).contains("Chicago time, Maya");
    }

    @ParameterizedTest
    @CsvSource({"/staff/hours/pool", "/api/booking/pool"})
    void coordinators_and_administrators_see_the_pool(String path) {
        assertThat(browser.get(path, maya())).hasStatusOk();
        assertThat(browser.get(path, staff(DANIEL.value(), StaffRole.COORDINATOR)))
                .hasStatusOk();
        assertThat(browser.get(path, olivia())).hasStatusOk();
        assertThat(browser.get(path, staff(UUID.randomUUID(), StaffRole.THERAPIST)))
                .hasStatus(403);
        assertThat(browser.get(path, staff(UUID.randomUUID(), StaffRole.SERVICE)))
                .hasStatus(403);
        assertThat(http.get().uri(path)).hasStatus(path.startsWith("/api") ? 401 : 302);
    }

    private String heldBy(String start) {
        MvcTestResult held = visitor.hold("any", start);
        assertThat(held).hasStatus(201);
        return JsonPath.read(Visitor.text(held), "$.hostName");
    }

    private String next() {
        return JsonPath.read(pool(), "$.inTurn[0].hostName");
    }

    private String pool() {
        return Visitor.text(browser.get("/api/booking/pool", maya()));
    }
}
