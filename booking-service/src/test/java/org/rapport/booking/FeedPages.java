package org.rapport.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.MAYA;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapport.booking.calendars.InMemoryFeeds;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Maya makes an address for her feed. */
final class FeedPages {

    static final String PAGE = "/staff/hours/" + MAYA + "/calendar";

    private FeedPages() {}

    /** The path of the new address, which the page shows this once. */
    static String renew(StaffBrowser browser, InMemoryFeeds feeds) {
        MvcTestResult answer = browser.post(PAGE + "/feed", StaffBrowser.maya(), Map.of("version", version(feeds)));
        assertThat(answer).hasStatusOk();
        return addressIn(StaffBrowser.text(answer));
    }

    static String version(InMemoryFeeds feeds) {
        return feeds.find(MAYA).map(feed -> String.valueOf(feed.version())).orElse("0");
    }

    static String addressIn(String page) {
        Matcher address =
                Pattern.compile("value=\"http[^\"]*(/calendars/[^\"]+)\"").matcher(page);
        assertThat(address.find()).as(page).isTrue();
        return address.group(1);
    }
}
