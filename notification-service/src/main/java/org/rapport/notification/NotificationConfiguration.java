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
                .allow(HttpMethod.GET, "/staff/messages", StaffRole.COORDINATOR, StaffRole.ADMINISTRATOR)
                .allow(HttpMethod.GET, "/api/notification/messages", StaffRole.COORDINATOR, StaffRole.SERVICE);
    }

    @Bean
    StoreFaults storeFaults() {
        return new StoreFaults(StoreOutages.TYPES);
    }
}
