package org.rapport.notification.messages.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.notification.messages.domain.Occasion.CalendarReadable;
import org.rapport.notification.messages.domain.Occasion.CalendarUnreadable;
import org.rapport.notification.messages.domain.Occasion.CallBooked;
import org.rapport.notification.messages.domain.Occasion.CallCancelled;
import org.rapport.notification.messages.domain.Occasion.CallDoubled;
import org.rapport.notification.messages.domain.Occasion.CallMissed;
import org.rapport.notification.messages.domain.Occasion.CallMoved;
import org.rapport.notification.messages.domain.Occasion.ClientMatched;
import org.rapport.notification.messages.domain.Occasion.Offer;
import org.rapport.notification.messages.domain.Occasion.OfferClosed;
import org.rapport.notification.messages.domain.Occasion.OfferDeclined;
import org.rapport.notification.messages.domain.Occasion.OfferLapsed;
import org.rapport.notification.messages.domain.Occasion.OfferMade;
import org.rapport.notification.messages.domain.Plan.Withdrawal;
import org.rapport.notification.messages.domain.Recipient.Client;
import org.rapport.notification.messages.domain.Recipient.EveryCoordinator;
import org.rapport.notification.messages.domain.Recipient.Staff;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class PlanTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final UUID INQUIRY = UUID.randomUUID();
    private static final UUID SUBJECT = UUID.randomUUID();
    private static final UUID HOST = UUID.randomUUID();
    private static final UUID COORDINATOR = UUID.randomUUID();
    private static final Offer OFFER = new Offer(SUBJECT, 2, HOST, COORDINATOR);
    private static final Client CLIENT = new Client(INQUIRY);

    private static Plan plan(Occasion occasion) {
        return Plan.of(occasion, UsualSchedule.SCHEDULE);
    }

    private static CallBooked booked(Duration lead) {
        return new CallBooked(INQUIRY, SUBJECT, 0, HOST, NOW.plus(lead), NOW);
    }

    @Test
    void a_booking_is_confirmed_at_once_and_reminded_of_a_day_and_an_hour_before() {
        Plan plan = plan(booked(Duration.ofDays(3)));
        Instant reminder = NOW.plus(Duration.ofDays(2));
        Instant last = NOW.plus(Duration.ofHours(71));
        assertThat(plan.due())
                .extracting(Message::kind, Message::channel, Message::recipient, Message::dueAt)
                .containsExactlyInAnyOrder(
                        tuple(MessageKind.CALL_CONFIRMATION, Channel.EMAIL, CLIENT, NOW),
                        tuple(MessageKind.CALL_CONFIRMATION, Channel.SMS, CLIENT, NOW),
                        tuple(MessageKind.CALL_BOOKED_HOST, Channel.EMAIL, new Staff(HOST), NOW),
                        tuple(MessageKind.CALL_REMINDER_24H, Channel.EMAIL, CLIENT, reminder),
                        tuple(MessageKind.CALL_REMINDER_24H, Channel.SMS, CLIENT, reminder),
                        tuple(MessageKind.CALL_REMINDER_1H, Channel.EMAIL, CLIENT, last),
                        tuple(MessageKind.CALL_REMINDER_1H, Channel.SMS, CLIENT, last));
        assertThat(plan.due()).allMatch(message -> message.usefulUntil().equals(NOW.plus(Duration.ofDays(3))));
        assertThat(plan.withdrawn()).isEmpty();
    }

    /** Columns: how long before the call it is booked, then what becomes of the reminder of the day and of the hour. */
    @ParameterizedTest(name = "booked {0} ahead: a day {1}, an hour {2}")
    @CsvSource({
        "PT72H,       due,         due",
        "PT24H1S,     due,         due",
        "PT24H,       WINDOW_PAST, due",
        "PT23H59M59S, WINDOW_PAST, due",
        "PT1H1S,      WINDOW_PAST, due",
        "PT1H,        WINDOW_PAST, WINDOW_PAST",
        "PT1M,        WINDOW_PAST, WINDOW_PAST",
    })
    void pain_16_a_reminder_whose_time_had_passed_at_booking_is_skipped_with_its_reason(
            Duration lead, String day, String hour) {
        Plan plan = plan(booked(lead));
        assertThat(plan.due()).extracting(Message::kind).contains(MessageKind.CALL_CONFIRMATION);
        assertThat(fate(plan, MessageKind.CALL_REMINDER_24H)).containsExactly(day, day);
        assertThat(fate(plan, MessageKind.CALL_REMINDER_1H)).containsExactly(hour, hour);
    }

    private static List<String> fate(Plan plan, MessageKind kind) {
        return Stream.concat(
                        plan.due().stream()
                                .filter(message -> message.kind() == kind)
                                .map(_ -> "due"),
                        plan.withdrawn().stream()
                                .filter(skipped -> skipped.message().kind() == kind)
                                .map(skipped -> skipped.reason().name()))
                .toList();
    }

    @Test
    void who_moved_or_cancelled_the_call_themselves_gets_the_invite_and_no_text() {
        for (Plan plan : List.of(
                plan(new CallMoved(INQUIRY, SUBJECT, 1, HOST, NOW.plus(Duration.ofDays(5)), true, NOW)),
                plan(new CallCancelled(INQUIRY, SUBJECT, 1, HOST, NOW.plus(Duration.ofDays(5)), true, NOW)))) {
            assertThat(plan.due())
                    .filteredOn(message -> !message.kind().isReminder())
                    .extracting(Message::channel)
                    .containsOnly(Channel.EMAIL)
                    .hasSize(2);
            assertThat(plan.withdrawn())
                    .filteredOn(withdrawn -> withdrawn.reason() == Suppression.OWN_ACT)
                    .extracting(withdrawn -> withdrawn.message().channel())
                    .containsExactly(Channel.SMS);
        }
    }

    @Test
    void an_offer_is_asked_about_once_more_before_it_lapses_unless_it_was_made_too_late_for_that() {
        Instant lapses = NOW.plus(Duration.ofDays(2));
        assertThat(plan(new OfferMade(INQUIRY, OFFER, lapses, NOW)).due())
                .extracting(Message::kind, Message::dueAt)
                .containsExactly(
                        tuple(MessageKind.OFFER_THERAPIST, NOW),
                        tuple(MessageKind.OFFER_LAST_HOUR, lapses.minus(Duration.ofHours(1))));
        Plan late = plan(new OfferMade(INQUIRY, OFFER, NOW.plus(Duration.ofMinutes(50)), NOW));
        assertThat(fate(late, MessageKind.OFFER_LAST_HOUR)).containsExactly("WINDOW_PAST");
    }

    @Test
    void the_local_hour_of_the_call_does_not_matter_on_the_night_clocks_change() {
        // 24 hours before 01:30 the second time round in Chicago: still 24 hours, not one wall-clock day.
        Instant start = Instant.parse("2026-11-01T07:30:00Z");
        CallBooked call = new CallBooked(INQUIRY, SUBJECT, 0, HOST, start, start.minus(Duration.ofDays(4)));
        assertThat(plan(call).due())
                .filteredOn(message -> message.kind() == MessageKind.CALL_REMINDER_24H)
                .hasSize(2)
                .allMatch(message -> message.dueAt().equals(Instant.parse("2026-10-31T07:30:00Z")));
    }

    @Test
    void a_cancellation_takes_back_all_its_booking_announced_and_tells_both() {
        CallBooked booking = booked(Duration.ofDays(3));
        Plan plan = plan(new CallCancelled(INQUIRY, SUBJECT, 1, HOST, booking.start(), false, NOW.plusSeconds(60)));
        assertThat(plan.withdrawn())
                .extracting(withdrawn -> withdrawn.message().id())
                .containsExactlyInAnyOrderElementsOf(
                        plan(booking).due().stream().map(Message::id).toList());
        assertThat(plan.withdrawn()).extracting(Withdrawal::reason).containsOnly(Suppression.CALL_CANCELLED);
        assertThat(plan.due())
                .extracting(
                        Message::kind,
                        Message::channel,
                        Message::recipient,
                        message -> message.subject().revision())
                .containsExactlyInAnyOrder(
                        tuple(MessageKind.CALL_CANCELLED, Channel.EMAIL, CLIENT, 1),
                        tuple(MessageKind.CALL_CANCELLED, Channel.SMS, CLIENT, 1),
                        tuple(MessageKind.CALL_CANCELLED_HOST, Channel.EMAIL, new Staff(HOST), 1));
    }

    @Test
    void a_move_takes_back_all_that_was_said_of_the_old_time_and_plans_for_the_new() {
        CallMoved move = new CallMoved(INQUIRY, SUBJECT, 1, HOST, NOW.plus(Duration.ofDays(5)), false, NOW);
        Plan plan = plan(move);
        assertThat(plan.withdrawn())
                .extracting(withdrawn -> withdrawn.message().id())
                .containsExactlyInAnyOrderElementsOf(plan(booked(Duration.ofDays(3))).due().stream()
                        .map(Message::id)
                        .toList());
        assertThat(plan.withdrawn()).extracting(Withdrawal::reason).containsOnly(Suppression.CALL_MOVED);
        Instant told = NOW.plus(Duration.ofMinutes(2));
        Instant reminder = NOW.plus(Duration.ofDays(4));
        Instant last = NOW.plus(Duration.ofHours(119));
        assertThat(plan.due())
                .extracting(Message::kind, Message::channel, Message::recipient, Message::dueAt)
                .containsExactlyInAnyOrder(
                        tuple(MessageKind.CALL_MOVED, Channel.EMAIL, CLIENT, told),
                        tuple(MessageKind.CALL_MOVED, Channel.SMS, CLIENT, told),
                        tuple(MessageKind.CALL_MOVED_HOST, Channel.EMAIL, new Staff(HOST), told),
                        tuple(MessageKind.CALL_REMINDER_24H, Channel.EMAIL, CLIENT, reminder),
                        tuple(MessageKind.CALL_REMINDER_24H, Channel.SMS, CLIENT, reminder),
                        tuple(MessageKind.CALL_REMINDER_1H, Channel.EMAIL, CLIENT, last),
                        tuple(MessageKind.CALL_REMINDER_1H, Channel.SMS, CLIENT, last));
        assertThat(plan.due()).allMatch(message -> message.subject().revision() == 1);
    }

    @Test
    void a_move_to_tomorrow_has_no_reminder_and_says_why() {
        Plan plan = plan(new CallMoved(INQUIRY, SUBJECT, 1, HOST, NOW.plus(Duration.ofHours(5)), false, NOW));
        assertThat(plan.due()).extracting(Message::kind).doesNotContain(MessageKind.CALL_REMINDER_24H);
        assertThat(plan.withdrawn())
                .filteredOn(withdrawn -> withdrawn.reason() == Suppression.WINDOW_PAST)
                .extracting(withdrawn -> withdrawn.message().subject().revision())
                .containsExactly(1, 1);
    }

    @Test
    void a_cancellation_takes_back_what_each_move_announced_and_nothing_that_never_was() {
        Plan plan = plan(new CallCancelled(INQUIRY, SUBJECT, 3, HOST, NOW.plus(Duration.ofDays(3)), false, NOW));
        assertThat(plan.withdrawn())
                .extracting(
                        withdrawn -> withdrawn.message().kind(),
                        withdrawn -> withdrawn.message().subject().revision())
                .contains(
                        tuple(MessageKind.CALL_CONFIRMATION, 0),
                        tuple(MessageKind.CALL_MOVED, 1),
                        tuple(MessageKind.CALL_MOVED_HOST, 2),
                        tuple(MessageKind.CALL_REMINDER_24H, 2))
                .doesNotContain(
                        tuple(MessageKind.CALL_MOVED, 0),
                        tuple(MessageKind.CALL_CONFIRMATION, 1),
                        tuple(MessageKind.CALL_BOOKED_HOST, 2));
    }

    @Test
    void a_call_to_confirm_is_told_once_and_only_while_it_can_be_confirmed() {
        Plan confirm = plan(new Occasion.CallUnconfirmed(INQUIRY, SUBJECT, NOW.plusSeconds(1800), NOW));
        assertThat(confirm.due())
                .allSatisfy(message -> assertThat(message.usefulUntil()).isEqualTo(NOW.plusSeconds(1800)))
                .extracting(Message::kind, Message::channel)
                .containsExactly(
                        tuple(MessageKind.CALL_UNCONFIRMED, Channel.EMAIL),
                        tuple(MessageKind.CALL_UNCONFIRMED, Channel.SMS));
    }

    @Test
    void a_call_that_stands_is_named_only_to_the_address_it_stands_under() {
        UUID standing = UUID.randomUUID();
        Plan byMail = plan(new CallDoubled(INQUIRY, SUBJECT, standing, null, NOW));
        assertThat(byMail.due())
                .extracting(
                        Message::kind,
                        Message::channel,
                        Message::recipient,
                        message -> message.subject().id())
                .containsExactly(
                        tuple(MessageKind.CALL_DOUBLED, Channel.EMAIL, CLIENT, standing),
                        tuple(MessageKind.CALL_DOUBLED, Channel.SMS, CLIENT, SUBJECT));
        Plan byPhone = plan(new CallDoubled(INQUIRY, SUBJECT, null, standing, NOW));
        assertThat(byPhone.due())
                .extracting(Message::channel, message -> message.subject().id())
                .containsExactly(tuple(Channel.EMAIL, SUBJECT), tuple(Channel.SMS, standing));
    }

    @Test
    void a_missed_call_is_told_after_a_while_in_which_it_can_be_corrected() {
        Instant due = NOW.plus(Duration.ofMinutes(2));
        assertThat(plan(new CallMissed(INQUIRY, SUBJECT, 3, HOST, true, NOW)).due())
                .extracting(Message::kind, Message::channel, Message::recipient, Message::person, Message::dueAt)
                .containsExactly(
                        tuple(MessageKind.CALL_MISSED_BY_CLIENT, Channel.EMAIL, CLIENT, HOST, due),
                        tuple(MessageKind.CALL_MISSED_BY_CLIENT, Channel.SMS, CLIENT, HOST, due));
        assertThat(plan(new CallMissed(INQUIRY, SUBJECT, 0, HOST, false, NOW)).due())
                .extracting(Message::kind, Message::channel, Message::recipient)
                .containsExactly(
                        tuple(MessageKind.CALL_MISSED_BY_US, Channel.EMAIL, CLIENT),
                        tuple(MessageKind.CALL_MISSED_BY_US, Channel.SMS, CLIENT),
                        tuple(MessageKind.CALL_MISSED_COORDINATOR, Channel.EMAIL, new EveryCoordinator()));
    }

    @Test
    void an_offer_goes_to_its_therapist_until_it_lapses_and_an_answer_takes_it_back() {
        Plan made = plan(new OfferMade(INQUIRY, OFFER, NOW.plus(Duration.ofDays(2)), NOW));
        assertThat(made.due())
                .extracting(Message::kind, Message::recipient, Message::usefulUntil)
                .containsOnly(
                        tuple(MessageKind.OFFER_THERAPIST, new Staff(HOST), NOW.plus(Duration.ofDays(2))),
                        tuple(MessageKind.OFFER_LAST_HOUR, new Staff(HOST), NOW.plus(Duration.ofDays(2))));
        MessageId asked = made.due().getFirst().id();
        MessageId askedAgain = made.due().getLast().id();
        for (Plan answered : List.of(
                plan(new OfferClosed(INQUIRY, OFFER, NOW)),
                plan(new OfferDeclined(INQUIRY, OFFER, NOW)),
                plan(new OfferLapsed(INQUIRY, OFFER, NOW)))) {
            assertThat(answered.withdrawn())
                    .extracting(withdrawn -> withdrawn.message().id(), Withdrawal::reason)
                    .containsExactly(
                            tuple(asked, Suppression.OFFER_CLOSED), tuple(askedAgain, Suppression.OFFER_CLOSED));
        }
    }

    @Test
    void pain_19_a_host_is_told_once_of_each_outage_of_the_own_calendar_and_of_its_end() {
        List<Message> first = plan(new CalendarUnreadable(HOST, 1, NOW)).due();
        assertThat(first)
                .extracting(Message::kind, Message::channel, Message::recipient, Message::inquiryId)
                .containsExactly(tuple(MessageKind.CALENDAR_UNREADABLE, Channel.EMAIL, new Staff(HOST), null));
        assertThat(plan(new CalendarUnreadable(HOST, 1, NOW.plusSeconds(9)))
                        .due()
                        .getFirst()
                        .id())
                .isEqualTo(first.getFirst().id());
        assertThat(plan(new CalendarUnreadable(HOST, 2, NOW)).due().getFirst().id())
                .isNotEqualTo(first.getFirst().id());
        Plan readable = plan(new CalendarReadable(HOST, 1, NOW));
        assertThat(readable.due())
                .extracting(Message::kind, Message::recipient)
                .containsExactly(tuple(MessageKind.CALENDAR_READABLE, new Staff(HOST)));
        assertThat(readable.withdrawn())
                .extracting(withdrawn -> withdrawn.message().id(), Withdrawal::reason)
                .containsExactly(tuple(first.getFirst().id(), Suppression.CALENDAR_READ));
    }

    @Test
    void a_coordinator_hears_of_a_decline_and_of_a_lapse() {
        assertThat(plan(new OfferDeclined(INQUIRY, OFFER, NOW)).due())
                .extracting(Message::kind, Message::recipient, Message::person)
                .containsExactly(tuple(MessageKind.OFFER_DECLINED_COORDINATOR, new Staff(COORDINATOR), HOST));
        assertThat(plan(new OfferLapsed(INQUIRY, OFFER, NOW)).due())
                .extracting(Message::kind, Message::recipient)
                .containsExactly(tuple(MessageKind.OFFER_LAPSED_COORDINATOR, new Staff(COORDINATOR)));
        assertThat(plan(new OfferClosed(INQUIRY, OFFER, NOW)).due()).isEmpty();
    }

    @Test
    void a_match_is_told_to_the_client_and_the_coordinator() {
        assertThat(plan(new ClientMatched(INQUIRY, SUBJECT, HOST, COORDINATOR, NOW))
                        .due())
                .extracting(Message::kind, Message::channel, Message::recipient, Message::person)
                .containsExactly(
                        tuple(MessageKind.MATCHED, Channel.EMAIL, CLIENT, HOST),
                        tuple(MessageKind.MATCHED, Channel.SMS, CLIENT, HOST),
                        tuple(MessageKind.MATCHED_COORDINATOR, Channel.EMAIL, new Staff(COORDINATOR), HOST));
    }
}
