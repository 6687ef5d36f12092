package org.rapport.intake;

import org.rapport.delivery.StoreOutages;
import org.rapport.web.AccessRules;
import org.rapport.web.StaffRole;
import org.rapport.web.StoreFaults;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call what; the features wire themselves. */
@Configuration(proxyBeanMethods = false)
public class IntakeConfiguration {

    @Bean
    AccessRules accessRules() {
        return AccessRules.none()
                .open("/intake/**", "/api/intake/responses/**")
                .allow(
                        HttpMethod.GET,
                        "/api/intake/inquiries/{inquiryId}/response",
                        StaffRole.SERVICE,
                        StaffRole.COORDINATOR)
                .allow(
                        HttpMethod.GET,
                        "/api/intake/inquiries/{inquiryId}/standing",
                        StaffRole.SERVICE,
                        StaffRole.COORDINATOR)
                .allow("/api/intake/inquiries/{inquiryId}/erasure", StaffRole.ADMINISTRATOR)
                .allow(
                        HttpMethod.GET,
                        "/api/intake/inquiries/{inquiryId}/questionnaire-responses",
                        StaffRole.COORDINATOR)
                .allow(HttpMethod.GET, "/api/intake/scores", StaffRole.COORDINATOR)
                .allow("/api/intake/concerns/**", StaffRole.COORDINATOR)
                .allow(HttpMethod.GET, "/api/intake/questionnaires/**", StaffRole.COORDINATOR, StaffRole.ADMINISTRATOR)
                .allow("/api/intake/questionnaires/**", StaffRole.ADMINISTRATOR)
                .allow("/staff/questionnaires/responses/**", StaffRole.COORDINATOR)
                .allow("/staff/questionnaires/preview", StaffRole.COORDINATOR, StaffRole.ADMINISTRATOR)
                .allow("/staff/questionnaires/open", StaffRole.COORDINATOR)
                .allow(HttpMethod.GET, "/staff/questionnaires", StaffRole.COORDINATOR, StaffRole.ADMINISTRATOR)
                .allow("/staff/questionnaires/**", StaffRole.ADMINISTRATOR);
    }

    @Bean
    StoreFaults storeFaults() {
        return new StoreFaults(StoreOutages.TYPES);
    }
}
