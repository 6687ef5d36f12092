package org.rapport.matching.referrals.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapport.web.ServiceClient;
import org.rapport.web.ServiceUnavailable;

/** Names and addresses live in booking-service and are asked for at the moment they are shown; nothing is kept here. */
public final class BookingAnswers {
    private static final Duration NAMES_WITHIN = Duration.ofMillis(1_500);

    record Person(
            UUID id,
            String name,
            @Nullable String email,
            @Nullable String phone,
            List<String> channels,
            String language,
            String zone,
            String state,
            boolean mayLeaveMessage) {}

    private record Host(UUID id, String name) {}

    private final ServiceClient booking;

    BookingAnswers(ServiceClient booking) {
        this.booking = booking;
    }

    Asked<Person> person(UUID inquiryId) {
        return Asked.of(() -> booking.find("/api/booking/inquiries/{id}", Person.class, inquiryId));
    }

    /** Names of coordinators by id; empty when booking-service does not answer. */
    Map<UUID, String> coordinators() {
        Host[] hosts = Asked.of(() -> booking.find("/api/booking/hosts?role=COORDINATOR", Host[].class))
                .value();
        return hosts == null
                ? Map.of()
                : Arrays.stream(hosts).collect(Collectors.toMap(Host::id, Host::name, (a, _) -> a));
    }

    /** All names at once and within one time limit, however many; who is missing could not be asked in time. */
    public Map<UUID, String> names(Collection<UUID> inquiryIds) {
        Map<UUID, String> names = new HashMap<>();
        ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<Optional<Person>>> answers = asking.invokeAll(
                    inquiryIds.stream().map(this::question).toList(), NAMES_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            for (Future<Optional<Person>> answer : answers) {
                answered(answer).ifPresent(person -> names.put(person.id(), person.name()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            asking.shutdownNow();
        }
        return names;
    }

    private Callable<Optional<Person>> question(UUID inquiryId) {
        return () -> booking.find("/api/booking/inquiries/{id}", Person.class, inquiryId);
    }

    private static Optional<Person> answered(Future<Optional<Person>> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (CancellationException late) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ServiceUnavailable) {
                return Optional.empty();
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
