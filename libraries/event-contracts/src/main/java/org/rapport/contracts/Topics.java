package org.rapport.contracts;

import java.util.List;

/** Names of the topics; {@code <service>.<aggregates>.v1}. */
public final class Topics {
    public static final String BOOKING_INQUIRIES = "booking.inquiries.v1";
    public static final String BOOKING_CALLS = "booking.calls.v1";
    public static final String BOOKING_WAITERS = "booking.waiters.v1";
    public static final String BOOKING_CALENDARS = "booking.calendars.v1";
    public static final String INTAKE_RESPONSES = "intake.responses.v1";
    public static final String MATCHING_REFERRALS = "matching.referrals.v1";
    public static final String NOTIFICATION_MESSAGES = "notification.messages.v1";

    public static final List<String> ALL = List.of(
            BOOKING_INQUIRIES,
            BOOKING_CALLS,
            BOOKING_WAITERS,
            BOOKING_CALENDARS,
            INTAKE_RESPONSES,
            MATCHING_REFERRALS,
            NOTIFICATION_MESSAGES);

    private Topics() {}

    /** The topic an event travels on. */
    public static String of(PublishedEvent event) {
        return switch (event) {
            case BookingInquiries _ -> BOOKING_INQUIRIES;
            case BookingCalls _ -> BOOKING_CALLS;
            case BookingWaiters _ -> BOOKING_WAITERS;
            case BookingCalendars _ -> BOOKING_CALENDARS;
            case IntakeResponses _ -> INTAKE_RESPONSES;
            case MatchingReferrals _ -> MATCHING_REFERRALS;
            case NotificationMessages _ -> NOTIFICATION_MESSAGES;
        };
    }
}
