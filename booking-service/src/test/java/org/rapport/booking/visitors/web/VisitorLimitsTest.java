package org.rapport.booking.visitors.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.visitors.domain.Limited;
import org.rapport.booking.visitors.domain.Taking;
import org.springframework.mock.web.MockHttpServletRequest;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VisitorLimitsTest {

    private final List<Limited> counted = new ArrayList<>();
    private final VisitorLimits limits = new VisitorLimits(
            (what, _, times) -> {
                counted.addAll(Collections.nCopies(times, what));
                return new Taking.Granted();
            },
            new VisitorNetworks(List.of()));

    @Test
    void a_command_counts_as_what_it_is_however_its_path_is_written() {
        limits.take(post("/book/%74imes", "/book/times"));
        limits.take(post("/%61pi/booking/holds", "/api/booking/holds"));
        limits.take(post("/%77ait-list", "/wait-list"));
        assertThat(counted).containsExactly(Limited.HOLDS, Limited.API_HOLDS, Limited.SENDS);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /book/times, HOLDS",
        "POST, /api/booking/holds, API_HOLDS",
        "POST, /book/abc/check, SENDS",
        "POST, /call-me, SENDS",
        "POST, /start, SENDS",
        "POST, /wait-list, SENDS",
        "POST, /api/booking/holds/abc/call, API_SENDS",
        "POST, /api/booking/inquiries, API_SENDS",
        "POST, /api/booking/wait-list, API_SENDS",
        "DELETE, /api/booking/holds/abc, CHANGES",
        "POST, /book/abc/extension, CHANGES",
        "POST, /wait-list/abc/leave, CHANGES",
        "POST, /calls/confirm/abc, CHANGES",
        "POST, /api/booking/calls/to-confirm/abc/confirmation, CHANGES",
        "GET, /book/times, READS",
        "GET, /book/three/times, READS",
        "HEAD, /wait-list, READS",
        "OPTIONS, /api/booking/holds, READS"
    })
    void each_request_counts_as_one_thing(String method, String path, Limited what) {
        limits.take(request(method, path, path));
        assertThat(counted).containsExactly(what);
    }

    @ParameterizedTest
    @CsvSource({"POST, /book/three/times, HOLDS", "POST, /api/booking/bundles, API_HOLDS"})
    void a_bundle_counts_as_often_as_it_may_hold(String method, String path, Limited what) {
        limits.take(request(method, path, path));
        assertThat(counted).isEqualTo(Collections.nCopies(Bundle.MOST, what));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/rapport.css", "/health/live", "/staff/calls", "/staff", "/error"})
    void what_says_nothing_and_what_asks_for_a_sign_in_is_free(String path) {
        assertThat(limits.take(request("GET", path, path))).isInstanceOf(Taking.Granted.class);
        assertThat(counted).isEmpty();
    }

    @Test
    void who_is_signed_in_is_not_counted() {
        MockHttpServletRequest request = post("/api/booking/holds", "/api/booking/holds");
        request.setUserPrincipal(() -> "somebody");
        assertThat(limits.take(request)).isInstanceOf(Taking.Granted.class);
        assertThat(counted).isEmpty();
    }

    private static MockHttpServletRequest post(String asWritten, String asRouted) {
        return request("POST", asWritten, asRouted);
    }

    private static MockHttpServletRequest request(String method, String asWritten, String asRouted) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, asWritten);
        request.setServletPath(asRouted);
        return request;
    }
}
