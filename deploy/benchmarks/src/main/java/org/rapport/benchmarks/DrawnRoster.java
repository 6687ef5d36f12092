package org.rapport.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.ranking.domain.Criteria;
import org.rapport.matching.ranking.domain.Factor;
import org.rapport.matching.ranking.domain.Weights;
import org.rapport.matching.referrals.domain.Seat;
import org.rapport.matching.referrals.domain.SeatEntry;
import org.rapport.matching.roster.domain.Caseload;
import org.rapport.matching.roster.domain.Compact;
import org.rapport.matching.roster.domain.CompactAuthority;
import org.rapport.matching.roster.domain.Compacts;
import org.rapport.matching.roster.domain.Credential;
import org.rapport.matching.roster.domain.Fee;
import org.rapport.matching.roster.domain.Licence;
import org.rapport.matching.roster.domain.Money;
import org.rapport.matching.roster.domain.Offering;
import org.rapport.matching.roster.domain.Profile;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Therapists;
import org.rapport.matching.roster.domain.Vocabulary;

/**
 * A roster drawn at random, always the same for a size, with seats taken and offers made; and the wishes of people. Two thirds have a
 * licence of Illinois and nearly all offer what most people want, so that a third fits the most common wish.
 */
final class DrawnRoster implements Therapists {
    static final LocalDate TODAY = LocalDate.of(2027, 1, 11);
    static final Instant NOW = Instant.parse("2027-01-11T15:00:00Z");

    private static final List<String> CONCERNS = List.of(
            "relationships",
            "anxiety",
            "depression",
            "stress",
            "self-esteem",
            "eating",
            "family",
            "work",
            "trauma",
            "life-changes",
            "grief");
    private static final List<String> MODALITIES = List.of(
            "relational",
            "relational-cultural",
            "psychodynamic",
            "object-relations",
            "attachment",
            "experiential",
            "eft",
            "gottman",
            "imago",
            "cbt",
            "dbt",
            "emdr");
    private static final List<String> STATES = List.of("IL", "IN", "WI", "MI", "IA", "MO", "OH", "KY", "MN", "NE");
    private static final List<String> TIMES = List.of("MORNING", "AFTERNOON", "EVENING");

    private final SplittableRandom random = new SplittableRandom(7);
    private final Map<UUID, Kept> therapists = new HashMap<>();
    private final List<UUID> ids = new ArrayList<>();
    private final List<SeatEntry> seats = new ArrayList<>();
    private final List<Kept> changed = new ArrayList<>();

    DrawnRoster(int size) {
        for (int number = 0; number < size; number++) {
            Therapist therapist = therapist(new UUID(random.nextLong(), random.nextLong()), number);
            ids.add(therapist.id());
            therapists.put(therapist.id(), new Kept(therapist, 1, NOW));
            int taken = random.nextInt(1 + therapist.caseload().capacity());
            List<Seat> held = IntStream.rangeClosed(1, taken)
                    .mapToObj(seat -> new Seat(therapist.id(), seat))
                    .toList();
            Map<UUID, Instant> offered = random.nextInt(3) == 0
                    ? Map.of()
                    : Map.of(therapist.id(), NOW.minusSeconds(random.nextInt(10_000_000)));
            seats.add(new SeatEntry("referral " + number, 1, NOW, held, false, offered));
        }
    }

    static Weights weights() {
        Map<Factor, Integer> points = new EnumMap<>(Factor.class);
        points.putAll(Map.of(
                Factor.CONCERNS, 40,
                Factor.MODALITY, 20,
                Factor.AVAILABILITY, 15,
                Factor.LANGUAGE, 10,
                Factor.FEE, 5,
                Factor.LOAD, 10));
        return new Weights("benchmark", points, 50);
    }

    /** Each modality is close to the next. */
    static Vocabulary vocabulary() {
        return new Vocabulary(Map.of(
                Vocabulary.Kind.MODALITY,
                IntStream.range(0, MODALITIES.size())
                        .mapToObj(i -> new Vocabulary.Term(
                                MODALITIES.get(i),
                                List.of(),
                                i + 1 < MODALITIES.size() ? List.of(MODALITIES.get(i + 1)) : List.of(),
                                ""))
                        .toList()));
    }

    static Compacts compacts() {
        return new Compacts(List.of(new Compact(
                "PSYPACT",
                Set.of(Credential.PSYD),
                STATES.stream()
                        .map(state -> new Compact.Member(state, LocalDate.of(2022, 1, 1), null))
                        .toList())));
    }

    /** What most people want, and so the largest number of candidates. */
    static Criteria common() {
        return new Criteria(
                "IL",
                "INDIVIDUAL",
                "ADULT",
                List.of("anxiety", "depression", "relationships"),
                List.of("relational", "psychodynamic"),
                "SELF_PAY",
                Money.usd(150),
                List.of("en"),
                List.of("EVENING", "AFTERNOON"));
    }

    /** Anybody's wish. */
    Criteria wish() {
        return new Criteria(
                often(STATES),
                random.nextInt(5) > 0 ? "INDIVIDUAL" : "COUPLES",
                "ADULT",
                few(CONCERNS, 4),
                few(MODALITIES, 3),
                random.nextInt(2) == 0 ? "SELF_PAY" : "BCBS",
                random.nextInt(3) > 0 ? Money.usd(80 + 10 * random.nextInt(15)) : null,
                random.nextInt(5) > 0 ? List.of("en") : List.of("es", "en"),
                few(TIMES, 2));
    }

    private Therapist therapist(UUID id, int number) {
        boolean inCompact = random.nextInt(20) == 0;
        int capacity = 2 + random.nextInt(8);
        int fee = 90 + 5 * random.nextInt(40);
        return new Therapist(
                id,
                "Therapist " + number,
                inCompact ? Credential.PSYD : Credential.LCSW,
                null,
                List.of(new Licence(often(STATES), "1", TODAY.plusDays(random.nextInt(-30, 700)))),
                inCompact
                        ? List.of(new CompactAuthority("PSYPACT", "IL", "1", TODAY.plusDays(random.nextInt(700))))
                        : List.of(),
                new Offering(
                        few(MODALITIES, 5),
                        few(CONCERNS, 8),
                        random.nextInt(10) > 0 ? List.of("INDIVIDUAL", "COUPLES") : List.of("GROUP"),
                        random.nextInt(10) > 0 ? List.of("ADULT") : List.of("CHILD"),
                        random.nextInt(5) > 0 ? List.of("en") : List.of("es", "en"),
                        random.nextInt(10) > 0 ? List.of("SELF_PAY", "BCBS") : List.of("AETNA"),
                        few(TIMES, 3)),
                new Fee(Money.usd(fee), random.nextInt(3) == 0 ? Money.usd(fee / 2) : null),
                new Caseload(
                        capacity,
                        0,
                        random.nextInt(10) > 0,
                        random.nextInt(20) == 0 ? TODAY.plusDays(random.nextInt(1, 100)) : null),
                new Profile("I listen.", null, List.of()));
    }

    /** Somebody's entry is written anew, with another fee; who it is. */
    Kept change() {
        Kept kept = find(ids.get(random.nextInt(ids.size()))).orElseThrow();
        Therapist t = kept.therapist();
        Therapist next = new Therapist(
                t.id(),
                t.name(),
                t.credential(),
                null,
                t.licences(),
                t.compacts(),
                t.offering(),
                new Fee(Money.usd(90 + 5 * random.nextInt(40)), null),
                new Caseload(t.caseload().capacity(), 0, !t.caseload().accepting(), null),
                t.profile());
        Kept written = new Kept(next, kept.version() + 1, NOW);
        therapists.put(t.id(), written);
        changed.clear();
        changed.add(written);
        return written;
    }

    @Override
    public List<Kept> all() {
        return List.copyOf(therapists.values());
    }

    @Override
    public Optional<Kept> find(UUID id) {
        return Optional.ofNullable(therapists.get(id));
    }

    /** As an index would answer: of the last change alone. */
    @Override
    public List<Kept> changedSince(Instant moment) {
        return List.copyOf(changed);
    }

    @Override
    public Saving save(Kept kept, @Nullable Instant wakeAt) {
        throw new UnsupportedOperationException("entries are written by change()");
    }

    /** All, when asked from the beginning; after that nobody takes a seat or is offered anyone. */
    List<SeatEntry> seats(Instant since) {
        return since.equals(Instant.EPOCH) ? seats : List.of();
    }

    private String often(List<String> codes) {
        return random.nextInt(3) > 0 ? codes.getFirst() : codes.get(random.nextInt(codes.size()));
    }

    private List<String> few(List<String> codes, int most) {
        List<String> left = new ArrayList<>(codes);
        String[] few = new String[1 + random.nextInt(most)];
        Arrays.setAll(few, _ -> left.remove(random.nextInt(left.size())));
        return List.of(few);
    }
}
