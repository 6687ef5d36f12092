package org.rapport.booking.calendars.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calendars.application.ChangeFeedHandler;
import org.rapport.booking.calendars.application.FeedDecision;
import org.rapport.booking.calendars.application.OwnCalendarDecision;
import org.rapport.booking.calendars.application.ReadOwnCalendarHandler;
import org.rapport.booking.calendars.application.RenewFeed;
import org.rapport.booking.calendars.application.SetOwnCalendar;
import org.rapport.booking.calendars.application.SetOwnCalendarHandler;
import org.rapport.booking.calendars.application.ShowCalendarHandler;
import org.rapport.booking.calendars.application.ShowCalendarHandler.Calendars;
import org.rapport.booking.calendars.domain.Feed;
import org.rapport.booking.calendars.domain.FeedToken;
import org.rapport.booking.calendars.domain.LastRead;
import org.rapport.booking.calendars.domain.Outage;
import org.rapport.booking.calendars.domain.OwnCalendar;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.booking.hosts.web.HostAccess;
import org.rapport.booking.requests.web.RequestSeed;
import org.rapport.web.PublicUrls;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A host's calendars, for the host and for administrators. */
@RestController
@RequestMapping("/api/booking/hosts/{id}")
class CalendarController {

    private final Hosts hosts;
    private final ShowCalendarHandler show;
    private final ChangeFeedHandler changeFeed;
    private final SetOwnCalendarHandler setOwn;
    private final ReadOwnCalendarHandler readOwn;
    private final NewFeeds newFeeds;
    private final PublicUrls urls;
    private final MessageSource messages;

    CalendarController(
            Hosts hosts,
            ShowCalendarHandler show,
            ChangeFeedHandler changeFeed,
            SetOwnCalendarHandler setOwn,
            ReadOwnCalendarHandler readOwn,
            NewFeeds newFeeds,
            PublicUrls urls,
            MessageSource messages) {
        this.hosts = hosts;
        this.show = show;
        this.changeFeed = changeFeed;
        this.setOwn = setOwn;
        this.readOwn = readOwn;
        this.newFeeds = newFeeds;
        this.urls = urls;
        this.messages = messages;
    }

    @Operation(
            summary = "A host's feed, and what the host's own calendar says",
            description = "For the host and for administrators. Addresses are masked.")
    @GetMapping("/calendar")
    CalendarBody calendar(Staff staff, @PathVariable UUID id) {
        return CalendarBody.of(show.handle(host(staff, id)));
    }

    @Operation(
            summary = "Set where a host's own calendar is",
            description = "It is read at once. Without an address the one that is stored stays. 422 invalid names every"
                    + " field.")
    @PutMapping("/calendar")
    ResponseEntity<?> set(Staff staff, @PathVariable UUID id, @RequestBody OwnBody body, Locale locale) {
        Host host = host(staff, id);
        SetOwnCalendar command = new SetOwnCalendar(
                host.id(), body.address(), Objects.toString(body.staleAfterHours(), ""), body.whenUnreadable());
        return switch (setOwn.handle(command)) {
            case OwnCalendarDecision.Changed _ -> {
                readOwn.handle(host.id());
                yield ResponseEntity.ok(CalendarBody.of(show.handle(host)));
            }
            case OwnCalendarDecision.Rejected(var faults) -> CalendarTexts.invalid(faults, messages, locale);
        };
    }

    @Operation(summary = "Forget a host's own calendar", description = "Nothing in it counts any more.")
    @DeleteMapping("/calendar")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(Staff staff, @PathVariable UUID id) {
        setOwn.stop(host(staff, id).id());
    }

    @Operation(
            summary = "Give a host's feed a new address",
            description =
                    "The address is shown in this answer alone; one it had leads nowhere any more. Give the version"
                            + " that was read, 0 for none. 409 stale: somebody changed it since, and it is as they left it.")
    @PostMapping("/feed")
    @ResponseStatus(HttpStatus.CREATED)
    FeedAddress renew(
            Staff staff,
            @PathVariable UUID id,
            @RequestBody FeedVersion body,
            @RequestAttribute(name = RequestSeed.ATTRIBUTE, required = false) @Nullable RequestSeed seed) {
        HostId host = host(staff, id).id();
        FeedToken token = seed == null ? newFeeds.token(host) : newFeeds.token(host, seed);
        return switch (changeFeed.handle(new RenewFeed(token, body.version()))) {
            case FeedDecision.Changed(Feed feed) -> new FeedAddress(FeedAddress.of(token, urls), feed.version());
            case FeedDecision.Stale _ -> throw new RefusedRequest(HttpStatus.CONFLICT, "stale");
        };
    }

    @Operation(summary = "Switch a host's feed off", description = "Its address leads nowhere any more.")
    @DeleteMapping("/feed")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(Staff staff, @PathVariable UUID id) {
        changeFeed.stop(host(staff, id).id());
    }

    private Host host(Staff staff, UUID id) {
        HostAccess.check(staff, new HostId(id));
        return hosts.find(new HostId(id)).orElseThrow(RefusedRequest::notFound);
    }

    record FeedVersion(long version) {}

    record FeedAddress(String url, long version) {

        static String of(FeedToken token, PublicUrls urls) {
            return urls.absolute("/calendars/" + token.text() + ".ics");
        }
    }

    record OwnBody(
            @Nullable String address,

            @Schema(allowableValues = {"1", "4", "12", "24", "72"}) @Nullable
            Integer staleAfterHours,

            @Schema(allowableValues = {"CLOSE_HOURS", "GO_ON"}) @Nullable
            String whenUnreadable) {}

    record Span(Instant start, Instant end) {}

    @Schema(description = "own is absent where there is none")
    record CalendarBody(FeedBody feed, @Nullable OwnView own) {

        static CalendarBody of(Calendars calendars) {
            Feed feed = calendars.feed();
            FeedBody shown = new FeedBody(
                    calendars.isFeedOn(), feed == null ? 0 : feed.version(), feed == null ? null : feed.changedAt());
            OwnCalendar.Source source = calendars.own().source();
            return new CalendarBody(shown, source == null ? null : OwnView.of(calendars, source));
        }
    }

    record FeedBody(boolean on, long version, @Nullable Instant changedAt) {}

    /** @param collisions calls that are booked while the host is busy elsewhere */
    record OwnView(
            String address,
            int staleAfterHours,
            String whenUnreadable,
            @Nullable Instant lastReadAt,
            @Nullable String fault,
            @Nullable Instant failingSince,
            boolean stale,
            boolean hoursClosed,
            int unknownZones,
            int unreadableEntries,
            List<Span> busy,
            List<Span> collisions) {

        static OwnView of(Calendars calendars, OwnCalendar.Source source) {
            LastRead read = calendars.own().lastRead();
            Outage outage = calendars.own().outage();
            return new OwnView(
                    source.address().masked(),
                    Math.toIntExact(source.staleAfter().toHours()),
                    source.whenUnreadable().name(),
                    read == null ? null : read.at(),
                    outage == null ? null : outage.fault().code(),
                    outage == null ? null : outage.since(),
                    calendars.stale(),
                    calendars.hoursClosed(),
                    read == null ? 0 : read.unclear().unknownZones(),
                    read == null ? 0 : read.unclear().unreadable(),
                    calendars.busy().stream()
                            .map(busy -> new Span(busy.start(), busy.end()))
                            .toList(),
                    calendars.inTheWay().stream()
                            .map(call ->
                                    new Span(call.time().start(), call.time().end()))
                            .toList());
        }
    }
}
