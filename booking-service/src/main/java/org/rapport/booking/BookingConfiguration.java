package org.rapport.booking;

import org.rapport.delivery.StoreOutages;
import org.rapport.web.AccessRules;
import org.rapport.web.StaffRole;
import org.rapport.web.StoreFaults;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call what; the features wire themselves. */
@Configuration(proxyBeanMethods = false)
class BookingConfiguration {

    @Bean
    AccessRules accessRules() {
        return AccessRules.none()
                .open("/", "/book/**", "/calls/**", "/call-me/**", "/start/**", "/wait-list/**", "/calendars/**")
                .open("/api/booking/openings/**", "/api/booking/holds/**", "/api/booking/calls/by-link/**")
                .open(HttpMethod.POST, "/api/booking/bundles")
                .open("/api/booking/calls/to-confirm/**")
                .open(HttpMethod.POST, "/api/booking/inquiries")
                .open(HttpMethod.POST, "/api/booking/wait-list")
                .allow(HttpMethod.GET, "/api/booking/wait-list/offers/{callId}", StaffRole.SERVICE)
                .allow("/staff/wait-list/**", StaffRole.COORDINATOR, StaffRole.ADMINISTRATOR)
                .allow("/staff/hours/practice", StaffRole.ADMINISTRATOR)
                .allow("/staff/hours/pool", StaffRole.COORDINATOR, StaffRole.ADMINISTRATOR)
                .allow("/staff/hours/**", StaffRole.COORDINATOR, StaffRole.THERAPIST, StaffRole.ADMINISTRATOR)
                .allow("/api/booking/practice", StaffRole.ADMINISTRATOR)
                .allow(HttpMethod.GET, "/api/booking/practice/days", StaffRole.SERVICE)
                .allow("/staff/inquiries/**", StaffRole.COORDINATOR, StaffRole.ADMINISTRATOR)
                .allow(HttpMethod.GET, "/api/booking/pool", StaffRole.COORDINATOR, StaffRole.ADMINISTRATOR)
                .allow("/staff/calls/**", StaffRole.COORDINATOR, StaffRole.THERAPIST)
                .allow(HttpMethod.GET, "/api/booking/inquiries/{id}", StaffRole.SERVICE, StaffRole.COORDINATOR)
                .allow(
                        HttpMethod.POST,
                        "/api/booking/inquiries/{id}/questionnaire",
                        StaffRole.COORDINATOR,
                        StaffRole.ADMINISTRATOR)
                .allow(
                        HttpMethod.POST,
                        "/api/booking/calls",
                        StaffRole.SERVICE,
                        StaffRole.COORDINATOR,
                        StaffRole.ADMINISTRATOR)
                .allow(HttpMethod.GET, "/api/booking/calls/{id}", StaffRole.SERVICE, StaffRole.COORDINATOR)
                .allow(HttpMethod.POST, "/api/booking/calls/{id}/outcome", StaffRole.COORDINATOR, StaffRole.THERAPIST)
                .allow(
                        "/api/booking/hosts/**",
                        StaffRole.SERVICE,
                        StaffRole.COORDINATOR,
                        StaffRole.THERAPIST,
                        StaffRole.ADMINISTRATOR);
    }

    @Bean
    StoreFaults storeFaults() {
        return new StoreFaults(StoreOutages.TYPES);
    }
}
