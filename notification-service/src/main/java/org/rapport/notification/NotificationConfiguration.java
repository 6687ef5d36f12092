package org.rapport.notification;

import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.List;
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
        return new StoreFaults(List.of(
                MongoTimeoutException.class,
                MongoSocketException.class,
                MongoNotPrimaryException.class,
                MongoInterruptedException.class));
    }
}
