package org.rapport.booking.calendars.ical;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.rapport.booking.calendars.application.FeedFiles;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallState;

/** Calls as iCalendar (RFC 5545). Others see this calendar: it says when, never with whom or what about. */
public final class IcalFeedFiles implements FeedFiles {

    /** How often other calendars are asked to look again; they do as they like. */
    private static final String LOOK_AGAIN = "PT15M";

    private final String uidHost;
    private final URI callsPage;

    /**
     * @param uidHost behind the ids, as in the invites that are mailed, so that a calendar sees one event in both
     * @param callsPage where the host sees with whom a call is
     */
    public IcalFeedFiles(String uidHost, URI callsPage) {
        this.uidHost = uidHost;
        this.callsPage = callsPage;
    }

    @Override
    public String write(List<Call> calls) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Rapport//Calls//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", "Calls"));
        calendar.add(new XProperty("X-PUBLISHED-TTL", LOOK_AGAIN));
        calls.forEach(call -> calendar.add(event(call)));
        StringWriter text = new StringWriter();
        try {
            // Without validation, which wants at least one event.
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return text.toString();
    }

    /** Times are in UTC: an instant needs no zone, and every calendar shows it in its owner's. */
    private VEvent event(Call call) {
        boolean cancelled = call.state() instanceof CallState.Cancelled;
        Instant changedAt = changedAt(call.state()).truncatedTo(ChronoUnit.SECONDS);
        VEvent event = new VEvent(false);
        event.add(new Uid(call.id() + "@" + uidHost));
        // Without a METHOD it is the time of the last change, RFC 5545 3.8.7.2; so the file changes only with its
        // calls.
        event.add(new DtStamp(changedAt));
        event.add(new LastModified(changedAt));
        event.add(new Sequence(call.revision()));
        event.add(new DtStart<>(call.time().start()));
        event.add(new DtEnd<>(call.time().end()));
        event.add(new Summary("Call"));
        event.add(new Url(callsPage));
        event.add(ImmutableClazz.PRIVATE);
        event.add(cancelled ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
        event.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        return event;
    }

    private static Instant changedAt(CallState state) {
        return switch (state) {
            case CallState.Booked(Instant bookedAt, var _, Instant movedAt) -> movedAt == null ? bookedAt : movedAt;
            case CallState.Ended ended -> ended.notedAt();
            case CallState.Cancelled cancelled -> cancelled.cancelledAt();
            case CallState.Held _, CallState.Doubled _, CallState.Unconfirmed _, CallState.Released _ ->
                throw new IllegalArgumentException("nobody was told of such a call");
        };
    }
}
