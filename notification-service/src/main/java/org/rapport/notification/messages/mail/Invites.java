package org.rapport.notification.messages.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.rapport.notification.messages.application.Letter.Invite;
import org.rapport.notification.messages.application.Letter.Invite.Purpose;
import org.rapport.notification.messages.application.Sender;

/** Calls as iCalendar objects (RFC 5545, 5546), one for each attendee: client and host must not see each other's address. */
final class Invites {
    private final Sender sender;
    private final Clock clock;

    Invites(Sender sender, Clock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    /** Times are in UTC: an instant needs no zone, and every calendar shows it in its owner's. */
    String write(Invite invite, String attendee) {
        boolean cancelled = invite.purpose() == Purpose.CANCEL;
        VEvent event = new VEvent(false);
        event.add(new Uid(invite.callId() + "@" + sender.host()));
        event.add(new DtStamp(clock.instant()));
        event.add(new Sequence(invite.sequence()));
        event.add(new DtStart<>(invite.start()));
        event.add(new DtEnd<>(invite.end()));
        event.add(new Summary(invite.summary()));
        event.add(ImmutableClazz.PRIVATE);
        event.add(ImmutableTransp.OPAQUE);
        event.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(new Organizer(mailto(sender.address()))
                .withParameter(new Cn(sender.name()))
                .getFluentTarget());
        event.add(new Attendee(mailto(attendee)).withParameter(Rsvp.FALSE).getFluentTarget());

        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//" + sender.name() + "//Rapport//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(cancelled ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        calendar.add(event);
        return calendar.toString();
    }

    /** With the parts apart, so that what an address may hold and a URI may not is escaped. */
    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException failure) {
            throw new IllegalArgumentException("not an address", failure);
        }
    }
}
