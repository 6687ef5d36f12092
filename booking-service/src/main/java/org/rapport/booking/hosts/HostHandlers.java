package org.rapport.booking.hosts;

import java.time.Clock;
import org.rapport.booking.hosts.application.ChangeHoursHandler;
import org.rapport.booking.hosts.application.ChangePracticeHandler;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.domain.Practices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything that can be done with hosts, whatever keeps them. */
@Configuration(proxyBeanMethods = false)
public class HostHandlers {

    @Bean
    ChangeHoursHandler changeHoursHandler(Hosts hosts, Clock clock) {
        return new ChangeHoursHandler(hosts, clock);
    }

    @Bean
    ChangePracticeHandler changePracticeHandler(Practices practices, Clock clock) {
        return new ChangePracticeHandler(practices, clock);
    }
}
