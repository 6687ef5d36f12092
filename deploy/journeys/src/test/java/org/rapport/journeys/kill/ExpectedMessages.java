package org.rapport.journeys.kill;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapport.journeys.kill.Ended.AnsweredOffer;

/** The lines one journey leaves in the ledger, by id, each with the ways it may have ended: the state, and why if suppressed. */
final class ExpectedMessages {
    private static final Set<String> SENT = Set.of("SENT");
    private static final Set<String> PLANNED = Set.of("PLANNED");
    private static final Set<String> UNKNOWN = Set.of("UNKNOWN");
    private static final Set<String> NOT_WANTED = Set.of("SUPPRESSED CHANNEL_NOT_WANTED");
    private static final String CALL_CANCELLED = "SUPPRESSED CALL_CANCELLED";

    private final Map<String, Set<String>> lines = new HashMap<>();

    private final Set<String> due;
    private final Set<String> cutShort;

    private ExpectedMessages(Deadlines deadlines) {
        this.due = deadlines.due();
        this.cutShort = deadlines.cutShort();
    }

    static Map<String, Set<String>> of(
            Ended journey, Collection<UUID> concerns, List<UUID> coordinators, Deadlines deadlines) {
        ExpectedMessages expected = new ExpectedMessages(deadlines);
        expected.call(journey);
        expected.intake(journey, concerns, coordinators);
        expected.offers(journey);
        return expected.lines;
    }

    private void call(Ended journey) {
        UUID call = journey.callId();
        UUID client = journey.inquiryId();
        Set<String> told = journey.cancelled() ? Set.of("SENT", CALL_CANCELLED) : SENT;
        boolean texts = journey.client().wantsTexts();
        Set<String> beside =
                journey.cancelled() ? Set.of(textBesideMail(journey), CALL_CANCELLED) : Set.of(textBesideMail(journey));
        line(call, 0, "CALL_CONFIRMATION", "EMAIL", client, told);
        line(call, 0, "CALL_CONFIRMATION", "SMS", client, beside);
        line(call, 0, "CALL_BOOKED_HOST", "EMAIL", journey.hostId(), told);
        reminder(journey, "EMAIL", SENT);
        reminder(journey, "SMS", texts ? SENT : NOT_WANTED);
        // Of the hour before nobody comes to hear: no call is that near.
        Set<String> lastHour = journey.cancelled() ? Set.of(CALL_CANCELLED) : PLANNED;
        line(call, 0, "CALL_REMINDER_1H", "EMAIL", client, lastHour);
        line(call, 0, "CALL_REMINDER_1H", "SMS", client, lastHour);
        if (journey.cancelled()) {
            line(call, 1, "CALL_CANCELLED", "EMAIL", client, SENT);
            line(call, 1, "CALL_CANCELLED", "SMS", client, Set.of("SUPPRESSED OWN_ACT"));
            line(call, 1, "CALL_CANCELLED_HOST", "EMAIL", journey.hostId(), SENT);
        }
    }

    /** A text goes again under its key; whether a mail went that a kill cut short nobody can know, so it never goes again. */
    private void reminder(Ended journey, String channel, Set<String> told) {
        String id = id(journey.callId(), 0, "CALL_REMINDER_24H", channel, journey.inquiryId());
        if (channel.equals("EMAIL") && cutShort.contains(id)) {
            lines.put(id, UNKNOWN);
        } else if (journey.cancelled()) {
            lines.put(id, Set.of(CALL_CANCELLED));
        } else {
            lines.put(id, due.contains(id) ? told : PLANNED);
        }
    }

    private void intake(Ended journey, Collection<UUID> concerns, List<UUID> coordinators) {
        UUID response = journey.responseId();
        line(response, 0, "INTAKE_LINK", "EMAIL", journey.inquiryId(), Set.of("SENT", "SUPPRESSED INTAKE_SUBMITTED"));
        line(
                response,
                0,
                "INTAKE_LINK",
                "SMS",
                journey.inquiryId(),
                Set.of(textBesideMail(journey), "SUPPRESSED INTAKE_SUBMITTED"));
        line(response, 0, "INTAKE_RECEIVED", "EMAIL", journey.inquiryId(), SENT);
        for (UUID concern : concerns) {
            line(concern, 0, "SAFETY_ALERT", "EMAIL", "every-coordinator", Set.of("SPREAD"));
            coordinators.forEach(coordinator -> line(concern, 0, "SAFETY_ALERT", "EMAIL", coordinator, SENT));
        }
    }

    private void offers(Ended journey) {
        for (AnsweredOffer offer : journey.offers()) {
            UUID id = offer.id(journey.inquiryId());
            line(
                    id,
                    offer.number(),
                    "OFFER_THERAPIST",
                    "EMAIL",
                    offer.therapistId(),
                    Set.of("SENT", "SUPPRESSED OFFER_CLOSED"));
            line(
                    id,
                    offer.number(),
                    "OFFER_LAST_HOUR",
                    "EMAIL",
                    offer.therapistId(),
                    Set.of("SUPPRESSED OFFER_CLOSED"));
            if (offer.accepted()) {
                line(id, 0, "MATCHED", "EMAIL", journey.inquiryId(), SENT);
                line(id, 0, "MATCHED", "SMS", journey.inquiryId(), Set.of(textBesideMail(journey)));
                line(id, 0, "MATCHED_COORDINATOR", "EMAIL", journey.owner(), SENT);
            } else {
                line(id, offer.number(), "OFFER_" + offer.how() + "_COORDINATOR", "EMAIL", journey.owner(), SENT);
            }
        }
    }

    /** What becomes of a text that says the same as a mail: everybody here takes mail. */
    private static String textBesideMail(Ended journey) {
        return journey.client().wantsTexts() ? "SUPPRESSED OTHER_CHANNEL" : "SUPPRESSED CHANNEL_NOT_WANTED";
    }

    private void line(UUID subject, int revision, String kind, String channel, Object recipient, Set<String> endings) {
        lines.put(id(subject, revision, kind, channel, recipient), endings);
    }

    private static String id(UUID subject, int revision, String kind, String channel, Object recipient) {
        return subject + "|" + revision + "|" + kind + "|" + channel + "|" + recipient;
    }
}
