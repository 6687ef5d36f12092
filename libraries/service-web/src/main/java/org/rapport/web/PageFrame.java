package org.rapport.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What the layout shows around every page; templates know it as {@code frame}. */
public final class PageFrame {
    /** One person's answers belong to the queue they are reached from. */
    private static final String ANSWERS = "/staff/questionnaires/responses";

    private final Practice practice;
    private final Clock clock;
    private final String assetVersion;

    PageFrame(Practice practice, Clock clock, String assetVersion) {
        this.practice = practice;
        this.clock = clock;
        this.assetVersion = assetVersion;
    }

    public Practice practice() {
        return practice;
    }

    /** Changes with the assets, so that browsers may keep them. */
    public String assetVersion() {
        return assetVersion;
    }

    /** The practice's clock, from which countdowns are reckoned. */
    public Instant now() {
        return clock.instant();
    }

    public String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }

    /** The other language, its own name, and this page in it. */
    public LanguageSwitch otherLanguage() {
        boolean spanish = language().equals(Languages.SPANISH.getLanguage());
        Locale other = spanish ? Languages.ENGLISH : Languages.SPANISH;
        HttpServletRequest request = request();
        String link = UriComponentsBuilder.fromPath("")
                .replaceQuery(request.getQueryString())
                .replaceQueryParam(Languages.PARAMETER, other.getLanguage())
                .build()
                .toUriString();
        return new LanguageSwitch(other.getLanguage(), spanish ? "English" : "Español", Faults.path(request) + link);
    }

    public @Nullable Staff staff() {
        return StaffArgument.current();
    }

    public boolean staffPage() {
        return Faults.onStaffPage(request());
    }

    /** The staff pages this person may open. */
    public List<NavigationLink> navigation() {
        Staff staff = staff();
        List<NavigationLink> links = new ArrayList<>();
        if (staff != null && staff.has(StaffRole.COORDINATOR)) {
            links.add(link("/staff/queue", "web.nav.queue", "/staff/referrals", ANSWERS));
        }
        if (staff != null && (staff.has(StaffRole.COORDINATOR) || staff.has(StaffRole.ADMINISTRATOR))) {
            links.add(new NavigationLink(
                    "/staff/inquiries/new",
                    "web.nav.caller",
                    Faults.path(request()).startsWith("/staff/inquiries")));
        }
        if (staff != null && staff.has(StaffRole.THERAPIST)) {
            links.add(link("/staff/offers", "web.nav.offers"));
        }
        if (staff != null && (staff.has(StaffRole.COORDINATOR) || staff.has(StaffRole.THERAPIST))) {
            links.add(link("/staff/calls", "web.nav.calls"));
        }
        if (staff != null && !staff.roles().isEmpty()) {
            links.add(link("/staff/hours", "web.nav.hours"));
        }
        if (staff != null && (staff.has(StaffRole.COORDINATOR) || staff.has(StaffRole.ADMINISTRATOR))) {
            links.add(link("/staff/wait-list", "web.nav.wait-list"));
            links.add(link("/staff/roster", "web.nav.roster"));
            links.add(link("/staff/messages", "web.nav.messages"));
            String here = Faults.path(request());
            links.add(new NavigationLink(
                    "/staff/questionnaires",
                    "web.nav.questionnaires",
                    here.startsWith("/staff/questionnaires") && !here.startsWith(ANSWERS)));
        }
        return links;
    }

    private static NavigationLink link(String path, String key, String... alsoUnder) {
        String here = Faults.path(request());
        boolean current = here.startsWith(path) || List.of(alsoUnder).stream().anyMatch(here::startsWith);
        return new NavigationLink(path, key, current);
    }

    private static HttpServletRequest request() {
        if (RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes servlet) {
            return servlet.getRequest();
        }
        throw new IllegalStateException("Pages are rendered for a servlet request");
    }

    public record LanguageSwitch(String language, String name, String link) {}

    public record NavigationLink(String path, String key, boolean current) {}
}
