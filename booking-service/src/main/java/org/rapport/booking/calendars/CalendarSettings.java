package org.rapport.booking.calendars;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How own calendars are read.
 *
 * @param pause between two readings
 * @param timeLimit for one file
 * @param sizeLimit of one file
 * @param trustedHosts names that may lead into a private network, encrypted or not
 * @param uidHost behind the ids of calls, as in the invites; empty for the host of the public address
 */
@ConfigurationProperties("rapport.booking.calendars")
record CalendarSettings(
        @DefaultValue("15m") Duration pause,
        @DefaultValue("10s") Duration timeLimit,
        @DefaultValue("5MB") DataSize sizeLimit,
        @DefaultValue Set<String> trustedHosts,
        @DefaultValue("") String uidHost) {}
