package org.rapport.matching.referrals.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapport.matching.referrals.application.AskedDays;
import org.rapport.matching.referrals.domain.PracticeDays;
import org.rapport.web.ServiceClient;
import org.rapport.web.ServiceUnavailable;

/** Holidays and leaves stand in booking-service, on the pages of the hours. */
public final class BookingDays implements AskedDays {
    private record Absence(UUID hostId, LocalDate first, LocalDate firstDayBack) {}

    private record Days(List<LocalDate> holidays, List<Absence> absences) {}

    private final ServiceClient booking;

    public BookingDays(ServiceClient booking) {
        this.booking = booking;
    }

    @Override
    public Optional<PracticeDays> ask() {
        try {
            return booking.find("/api/booking/practice/days", Days.class).map(BookingDays::practiceDays);
        } catch (ServiceUnavailable unavailable) {
            return Optional.empty();
        }
    }

    private static PracticeDays practiceDays(Days told) {
        return new PracticeDays(
                told.holidays(),
                told.absences().stream()
                        .map(absence ->
                                new PracticeDays.Absence(absence.hostId(), absence.first(), absence.firstDayBack()))
                        .toList());
    }
}
