package org.rapport.journeys;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** What a person got by mail and text, as the local system shows it. */
record Inbox(String url, Screen screen) {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    Mail await(String to, Predicate<Mail> fits) {
        return await(to, fits, 1).getFirst();
    }

    /** At least so many. */
    List<Mail> await(String to, Predicate<Mail> fits, int count) {
        return Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> Mail.all(screen.fetch(url + "/dev/inbox.json")).stream()
                                .filter(mail -> mail.to().contains(to) && fits.test(mail))
                                .toList(),
                        found -> found.size() >= count);
    }

    static String link(String text, String path) {
        return LINK.matcher(text)
                .results()
                .map(found -> found.group())
                .filter(url -> url.contains(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link with " + path + " in:\n" + text));
    }
}
