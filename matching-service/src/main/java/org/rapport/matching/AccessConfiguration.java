package org.rapport.matching;

import static org.rapport.web.StaffRole.ADMINISTRATOR;
import static org.rapport.web.StaffRole.COORDINATOR;
import static org.rapport.web.StaffRole.SERVICE;
import static org.rapport.web.StaffRole.THERAPIST;

import org.rapport.delivery.StoreOutages;
import org.rapport.web.AccessRules;
import org.rapport.web.StoreFaults;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may open what. Whose offer it is, the offer itself says. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    @Bean
    AccessRules matchingAccess() {
        return AccessRules.none()
                .open(HttpMethod.GET, "/therapists/**")
                .open(HttpMethod.GET, "/guides/**")
                // Behind a person's signed link.
                .open("/choice/*", "/fit/*")
                .open("/api/matching/choices/*", "/api/matching/fit-checks/*")
                .allow("/staff", COORDINATOR, THERAPIST, ADMINISTRATOR)
                .allow("/staff/queue", COORDINATOR)
                .allow("/staff/referrals/**", COORDINATOR)
                .allow(HttpMethod.GET, "/staff/roster", COORDINATOR, ADMINISTRATOR)
                .allow(HttpMethod.GET, "/staff/roster/export", COORDINATOR, ADMINISTRATOR)
                .allow("/staff/roster/**", ADMINISTRATOR)
                .allow("/staff/offers/**", THERAPIST)
                .allow(HttpMethod.GET, "/api/matching/offers/**", SERVICE, THERAPIST)
                .allow(HttpMethod.POST, "/api/matching/offers/**", THERAPIST)
                .allow(HttpMethod.GET, "/api/matching/referrals/{inquiryId}", SERVICE, COORDINATOR)
                .allow("/api/matching/referrals/**", COORDINATOR);
    }

    @Bean
    StoreFaults matchingStoreFaults() {
        return new StoreFaults(StoreOutages.TYPES);
    }
}
