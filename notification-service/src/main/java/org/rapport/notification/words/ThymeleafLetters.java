package org.rapport.notification.words;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.messages.application.Letter;
import org.rapport.notification.messages.application.Letter.Invite;
import org.rapport.notification.messages.application.Letter.Invite.Purpose;
import org.rapport.notification.messages.application.Letters;
import org.rapport.notification.messages.domain.CallFact;
import org.rapport.notification.messages.domain.Channel;
import org.rapport.notification.messages.domain.Contact;
import org.rapport.notification.messages.domain.Message;
import org.rapport.notification.messages.domain.MessageKind;

final class ThymeleafLetters implements Letters {
    private static final int LONGEST_NAME = 30;

    /** What a first name is made of. No dots: mail readers make links of them. */
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\p{L}\\p{M}'’-]");

    private final Templates templates;
    private final Words words;
    private final String office;
    private final String phone;
    private final TimeText times;
    private final Links links;

    /** @param office the neutral name of the practice */
    ThymeleafLetters(Templates templates, Words words, String office, String phone, TimeText times, Links links) {
        this.templates = templates;
        this.words = words;
        this.office = office;
        this.phone = phone;
        this.times = times;
        this.links = links;
    }

    @Override
    public Letter write(Briefing briefing) {
        Message message = briefing.message();
        Language language =
                Language.of(message.kind().audience(), briefing.recipient().language());
        WordKey key = new WordKey(message.kind(), message.channel(), language);
        return write(briefing, language, words.own(key).orElseGet(() -> Templates.shipped(key)));
    }

    /** With words that need not be those that hold. */
    Letter write(Briefing briefing, Language language, String template) {
        Message message = briefing.message();
        String text = templates.render(template, language, values(briefing, language));
        if (message.channel() == Channel.SMS) {
            return new Letter("", text.strip(), null);
        }
        String[] subjectAndBody = text.split("\\R", 2);
        String subject = subjectAndBody[0].substring(WordCheck.SUBJECT.length()).strip();
        return new Letter(
                subject, subjectAndBody[1].strip() + "\n" + footer(briefing, language), invite(briefing, language));
    }

    private String footer(Briefing briefing, Language language) {
        Message message = briefing.message();
        return switch (message.kind().audience()) {
            case STAFF -> "";
            case CLIENT -> {
                String link = links.preferences(message.ofInquiry(), briefing.at());
                yield "\n" + templates.footer(language, Map.of(Variables.PREFERENCES, link));
            }
        };
    }

    private @Nullable Invite invite(Briefing briefing, Language language) {
        Purpose purpose = switch (briefing.message().kind()) {
            case CALL_CONFIRMATION, CALL_BOOKED_HOST, CALL_MOVED, CALL_MOVED_HOST -> Purpose.REQUEST;
            case CALL_CANCELLED, CALL_CANCELLED_HOST, CALL_NOT_CHOSEN -> Purpose.CANCEL;
            case CALL_REMINDER_24H,
                    CALL_REMINDER_1H,
                    CALL_DOUBLED,
                    CALL_UNCONFIRMED,
                    CALL_MISSED_BY_CLIENT,
                    CALL_MISSED_BY_US,
                    CALL_MISSED_COORDINATOR,
                    WAIT_LIST_JOINED,
                    WAIT_LIST_OFFERED,
                    WAIT_LIST_ENDED,
                    CALENDAR_UNREADABLE,
                    CALENDAR_READABLE,
                    INTAKE_LINK,
                    INTAKE_RECEIVED,
                    INTAKE_NUDGE,
                    INTAKE_LAPSED,
                    SAFETY_ALERT,
                    SAFETY_ALERT_NEXT,
                    REFERRAL_OVERDUE,
                    REMATCH_THERAPIST,
                    CLOSED_THERAPIST,
                    TASK_COORDINATOR,
                    CHOICE_LINK,
                    CHOICE_COORDINATOR,
                    FIT_CHECK_LINK,
                    OFFER_THERAPIST,
                    OFFER_LAST_HOUR,
                    OFFER_DECLINED_COORDINATOR,
                    OFFER_LAPSED_COORDINATOR,
                    MATCHED,
                    MATCHED_COORDINATOR,
                    MESSAGES_LATE -> null;
        };
        if (purpose == null) {
            return null;
        }
        CallFact call = Objects.requireNonNull(briefing.call());
        String summary = templates.invite(language, Map.of(Variables.OFFICE, office));
        return new Invite(
                call.id(), briefing.message().subject().revision(), purpose, summary, call.start(), call.end());
    }

    /** Every variable of the kind, and no other. */
    private Map<String, Object> values(Briefing briefing, Language language) {
        Map<String, Object> values = new HashMap<>();
        for (String variable : Variables.of(briefing.message().kind())) {
            Object value = switch (variable) {
                case Variables.OFFICE -> office;
                case Variables.PHONE -> phone;
                case Variables.NAME -> firstName(briefing.recipient().name());
                case Variables.WHEN -> when(briefing, language);
                case Variables.UNTIL -> time(briefing.message().usefulUntil(), briefing, language);
                case Variables.LINK -> link(briefing);
                case Variables.PERSON -> personName(briefing.person());
                case Variables.WE_CALL ->
                    briefing.recipient().address(Channel.SMS).isPresent();
                case Variables.CHANGEABLE -> {
                    CallFact call = briefing.call();
                    yield call != null && call.isChangeable(briefing.at());
                }
                default -> throw new IllegalStateException("no value for " + variable);
            };
            values.put(variable, value);
        }
        return values;
    }

    private String link(Briefing briefing) {
        Message message = briefing.message();
        return switch (message.kind()) {
            case CALL_CONFIRMATION, CALL_REMINDER_24H, CALL_REMINDER_1H, CALL_MOVED -> {
                CallFact call = call(briefing);
                yield links.manageCall(call.id(), call.end());
            }
            case CALL_DOUBLED -> {
                CallFact standing = briefing.call();
                yield standing == null ? links.page("/book/times") : links.manageCall(standing.id(), standing.end());
            }
            case CALL_UNCONFIRMED -> links.confirmCall(message.subject().id(), message.usefulUntil());
            case WAIT_LIST_JOINED -> links.waitList(message.subject().id(), message.usefulUntil());
            case WAIT_LIST_OFFERED -> Objects.requireNonNull(briefing.link());
            case WAIT_LIST_ENDED -> links.page("/wait-list");
            case INTAKE_LINK, INTAKE_NUDGE -> links.intake(message.ofInquiry(), message.usefulUntil());
            case SAFETY_ALERT, SAFETY_ALERT_NEXT ->
                links.page("/staff/questionnaires/responses/" + message.ofInquiry());
            case MESSAGES_LATE -> links.page("/staff/messages?state=PLANNED");
            case CHOICE_LINK ->
                links.choice(message.ofInquiry(), message.subject().revision(), message.usefulUntil());
            case FIT_CHECK_LINK ->
                links.fitCheck(message.ofInquiry(), message.subject().revision(), message.usefulUntil());
            case REMATCH_THERAPIST, CLOSED_THERAPIST -> links.page("/staff/offers");
            case OFFER_THERAPIST, OFFER_LAST_HOUR ->
                links.page("/staff/offers/" + message.ofInquiry() + "/"
                        + message.subject().revision());
            case CALL_BOOKED_HOST, CALL_MOVED_HOST -> links.page("/staff/calls");
            case CALENDAR_UNREADABLE, CALENDAR_READABLE ->
                links.page("/staff/hours/" + message.subject().id() + "/calendar");
            case CALL_MISSED_BY_CLIENT, CALL_MISSED_BY_US -> links.page("/book/times?host=" + message.person());
            case CALL_MISSED_COORDINATOR,
                    REFERRAL_OVERDUE,
                    TASK_COORDINATOR,
                    CHOICE_COORDINATOR,
                    OFFER_DECLINED_COORDINATOR,
                    OFFER_LAPSED_COORDINATOR,
                    MATCHED_COORDINATOR -> links.page("/staff/referrals/" + message.ofInquiry());
            case CALL_CANCELLED, CALL_CANCELLED_HOST, CALL_NOT_CHOSEN, INTAKE_LAPSED, INTAKE_RECEIVED, MATCHED ->
                throw new IllegalStateException(message.kind() + " has no link");
        };
    }

    /** Absent where a message about a call has none to tell of. */
    private @Nullable String when(Briefing briefing, Language language) {
        boolean mayBeNone = briefing.message().kind() == MessageKind.CALL_DOUBLED;
        return mayBeNone && briefing.call() == null ? null : time(call(briefing).start(), briefing, language);
    }

    private String time(Instant instant, Briefing briefing, Language language) {
        Contact recipient = briefing.recipient();
        return times.of(instant, recipient.zone(), language.locale());
    }

    private static CallFact call(Briefing briefing) {
        return Objects.requireNonNull(briefing.call(), "a message about a call needs the call");
    }

    private String personName(@Nullable String person) {
        return person == null ? office : person.replaceAll("\\p{Cntrl}", " ");
    }

    /** The first word of a name, as far as it can be part of one; a stranger chose it. */
    static @Nullable String firstName(String name) {
        String first = name.strip().split("\\s+", 2)[0];
        String clean = NOT_IN_NAMES.matcher(first).replaceAll("");
        return clean.isEmpty() || clean.length() > LONGEST_NAME ? null : clean;
    }
}
