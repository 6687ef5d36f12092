package org.rapport.booking.calendars;

import java.net.URI;
import java.time.Clock;
import org.rapport.booking.calendars.application.CalendarDiaries;
import org.rapport.booking.calendars.application.CalendarFiles;
import org.rapport.booking.calendars.application.CalendarTimes;
import org.rapport.booking.calendars.application.ChangeFeedHandler;
import org.rapport.booking.calendars.application.FeedFiles;
import org.rapport.booking.calendars.application.ReadFeedHandler;
import org.rapport.booking.calendars.application.ReadOwnCalendarHandler;
import org.rapport.booking.calendars.application.SetOwnCalendarHandler;
import org.rapport.booking.calendars.application.ShowCalendarHandler;
import org.rapport.booking.calendars.domain.Feeds;
import org.rapport.booking.calendars.domain.OwnCalendars;
import org.rapport.booking.calendars.domain.TrustedHosts;
import org.rapport.booking.calendars.fetch.HttpCalendarFiles;
import org.rapport.booking.calendars.ical.IcalCalendarTimes;
import org.rapport.booking.calendars.ical.IcalFeedFiles;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.web.PublicUrls;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything that can be done with calendars, whatever keeps them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalendarSettings.class)
public class CalendarHandlers {

    @Bean
    TrustedHosts trustedHosts(CalendarSettings settings) {
        return new TrustedHosts(settings.trustedHosts());
    }

    @Bean
    CalendarDiaries diaries(OwnCalendars calendars, Clock clock) {
        return new CalendarDiaries(calendars, clock);
    }

    @Bean(destroyMethod = "close")
    CalendarFiles calendarFiles(TrustedHosts trusted, CalendarSettings settings) {
        return new HttpCalendarFiles(
                trusted,
                new HttpCalendarFiles.Limits(
                        Math.toIntExact(settings.sizeLimit().toBytes()), settings.timeLimit()));
    }

    @Bean
    CalendarTimes calendarTimes() {
        return new IcalCalendarTimes();
    }

    @Bean
    FeedFiles feedFiles(CalendarSettings settings, PublicUrls urls) {
        URI callsPage = URI.create(urls.absolute("/staff/calls"));
        return new IcalFeedFiles(settings.uidHost().isEmpty() ? callsPage.getHost() : settings.uidHost(), callsPage);
    }

    @Bean
    ChangeFeedHandler changeFeedHandler(Feeds feeds, Clock clock) {
        return new ChangeFeedHandler(feeds, clock);
    }

    @Bean
    ReadFeedHandler readFeedHandler(Feeds feeds, Calls calls, FeedFiles files, Clock clock) {
        return new ReadFeedHandler(feeds, calls, files, clock);
    }

    @Bean
    SetOwnCalendarHandler setOwnCalendarHandler(
            OwnCalendars calendars, CalendarDiaries diaries, TrustedHosts trusted, Clock clock) {
        return new SetOwnCalendarHandler(calendars, diaries, trusted, clock);
    }

    @Bean
    ReadOwnCalendarHandler readOwnCalendarHandler(
            OwnCalendars calendars,
            Hosts hosts,
            Calls calls,
            CalendarFiles files,
            CalendarTimes times,
            CalendarDiaries diaries,
            CalendarSettings settings,
            Clock clock) {
        return new ReadOwnCalendarHandler(calendars, hosts, calls, files, times, diaries, settings.pause(), clock);
    }

    @Bean
    ShowCalendarHandler showCalendarHandler(Feeds feeds, OwnCalendars calendars, Calls calls, Clock clock) {
        return new ShowCalendarHandler(feeds, calendars, calls, clock);
    }
}
