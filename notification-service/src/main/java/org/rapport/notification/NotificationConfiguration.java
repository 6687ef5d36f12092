package org.rapport.notification;

import org.rapport.delivery.StoreOutages;
import org.rapport.web.AccessRules;
import org.rapport.web.StaffRole;
import org.rapport.web.StoreFaults;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call what; the features wire themselves. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {
    @Bean
    AccessRules accessRules() {
        return AccessRules.none()
                .open("/preferences/{token}")
                // By the signature and by the account of whoever reports.
                .open(HttpMethod.POST, "/api/notification/texts")
                .open(HttpMethod.POST, "/api/notification/mail-reports")
                .allow(HttpMethod.GET, "/staff/messages", StaffRole.COORDINATOR, StaffRole.ADMINISTRATOR)
                .allow(HttpMethod.GET, "/staff/messages/words/**", StaffRole.COORDINATOR, StaffRole.ADMINISTRATOR)
                .allow("/staff/messages/words/**", StaffRole.ADMINISTRATOR)
                // Their words name a person.
                .allow("/staff/messages/{id}", StaffRole.COORDINATOR)
                .allow("/staff/messages/{id}/again", StaffRole.COORDINATOR)
                .allow(HttpMethod.GET, "/api/notification/messages", StaffRole.COORDINATOR, StaffRole.SERVICE);
    }

    @Bean
    StoreFaults storeFaults() {
        return new StoreFaults(StoreOutages.TYPES);
    }
}
