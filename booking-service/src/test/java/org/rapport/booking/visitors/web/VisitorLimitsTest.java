package org.rapport.booking.visitors.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.visitors.domain.Limited;
import org.rapport.booking.visitors.domain.Taking;
import org.springframework.mock.web.MockHttpServletRequest;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VisitorLimitsTest {

    private final List<Limited> counted = new ArrayList<>();
    private final VisitorLimits limits = new VisitorLimits(
            (what, _) -> {
                counted.add(what);
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

    private static MockHttpServletRequest post(String asWritten, String asRouted) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", asWritten);
        request.setServletPath(asRouted);
        return request;
    }
}
