package org.rapport.booking.hosts.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.web.RefusedRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The one place that knows how to reach staff. */
@RestController
@RequestMapping("/api/booking/hosts")
class HostController {

    private final Hosts hosts;

    HostController(Hosts hosts) {
        this.hosts = hosts;
    }

    @Operation(summary = "How to reach a coordinator or therapist", description = "For services and staff.")
    @GetMapping("/{id}")
    HostContact host(@PathVariable UUID id) {
        return hosts.find(new HostId(id)).map(HostContact::of).orElseThrow(RefusedRequest::notFound);
    }

    @Operation(summary = "All staff, or those of a role", description = "For services and staff.")
    @GetMapping
    List<HostContact> hosts(@RequestParam(required = false) @Nullable HostRole role) {
        return (role == null ? hosts.all() : hosts.in(role))
                .stream().map(HostContact::of).toList();
    }

    record HostContact(UUID id, String name, HostRole role, String email, String zone) {

        static HostContact of(Host host) {
            return new HostContact(
                    host.id().value(),
                    host.name(),
                    host.role(),
                    host.email(),
                    host.zone().getId());
        }
    }
}
