package org.rapport.notification.words;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rapport.notification.messages.domain.MessageKind;

/** Which variables the templates of a kind may use. */
final class Variables {
    /** The neutral name of the practice. */
    static final String OFFICE = "office";

    static final String PHONE = "phone";

    /** First name, absent if the person gave none that can be one. */
    static final String NAME = "name";

    static final String WHEN = "when";
    static final String UNTIL = "until";
    static final String LINK = "link";

    /** Name of the member of staff the message tells of. */
    static final String PERSON = "person";

    /** Whether the practice calls the client, who else calls the practice. */
    static final String WE_CALL = "weCall";

    /** Whether the client can still move or cancel the call by its link. */
    static final String CHANGEABLE = "changeable";

    /** The page on which a client chooses how to be reached; of the footer alone. */
    static final String PREFERENCES = "preferences";

    private static final List<String> ALWAYS = List.of(OFFICE, PHONE, NAME);

    private Variables() {}

    static Set<String> of(MessageKind kind) {
        Set<String> all = new HashSet<>(ALWAYS);
        all.addAll(
                switch (kind) {
                    case CALL_CONFIRMATION, CALL_REMINDER_24H, CALL_REMINDER_1H, CALL_MOVED ->
                        List.of(WHEN, LINK, PERSON, WE_CALL, CHANGEABLE);
                    case CALL_DOUBLED -> List.of(WHEN, LINK, CHANGEABLE);
                    case CALL_MISSED_BY_CLIENT, CALL_MISSED_BY_US -> List.of(WHEN, LINK);
                    case CALL_MISSED_COORDINATOR -> List.of(WHEN, LINK, PERSON);
                    case CALL_CANCELLED, CALL_CANCELLED_HOST, CALL_NOT_CHOSEN -> List.of(WHEN);
                    case CALL_BOOKED_HOST, CALL_MOVED_HOST -> List.of(WHEN, LINK);
                    case WAIT_LIST_OFFERED -> List.of(WHEN, LINK, UNTIL);
                    case WAIT_LIST_JOINED, WAIT_LIST_ENDED -> List.of(LINK);
                    case INTAKE_LINK, INTAKE_NUDGE, CALL_UNCONFIRMED, OFFER_THERAPIST, OFFER_LAST_HOUR, CHOICE_LINK ->
                        List.of(LINK, UNTIL);
                    case INTAKE_RECEIVED, INTAKE_LAPSED -> List.<String>of();
                    case SAFETY_ALERT,
                            SAFETY_ALERT_NEXT,
                            REFERRAL_OVERDUE,
                            REMATCH_THERAPIST,
                            CLOSED_THERAPIST,
                            TASK_COORDINATOR,
                            CHOICE_COORDINATOR,
                            MESSAGES_LATE,
                            CALENDAR_UNREADABLE,
                            CALENDAR_READABLE -> List.of(LINK);
                    case OFFER_DECLINED_COORDINATOR, OFFER_LAPSED_COORDINATOR, MATCHED_COORDINATOR ->
                        List.of(LINK, PERSON);
                    case FIT_CHECK_LINK -> List.of(LINK, UNTIL, PERSON);
                    case MATCHED -> List.of(PERSON);
                });
        return Set.copyOf(all);
    }
}
