package org.rapport.web.sample;

import java.util.List;
import org.rapport.web.AccessRules;
import org.rapport.web.StaffRole;
import org.rapport.web.StoreFaults;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

@SpringBootApplication
public class SampleApplication {
    @Bean
    AccessRules accessRules() {
        return AccessRules.none()
                .open("/", "/sample/**")
                .open(HttpMethod.GET, "/api/sample/openings")
                .open("/api/sample/people", "/api/sample/faults/**", "/api/sample/refusals")
                .allow(HttpMethod.GET, "/api/sample/referrals", StaffRole.COORDINATOR, StaffRole.SERVICE)
                .allow(HttpMethod.POST, "/api/sample/referrals", StaffRole.COORDINATOR)
                .allow("/staff/queue", StaffRole.COORDINATOR)
                .allow("/staff/offers/**", StaffRole.THERAPIST);
    }

    @Bean
    StoreFaults storeFaults() {
        return new StoreFaults(List.of(StoreDown.class));
    }

    static final class StoreDown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
