package org.rapport.matching.ranking.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.matching.roster.domain.Compact;
import org.rapport.matching.roster.domain.CompactAuthority;
import org.rapport.matching.roster.domain.Compacts;
import org.rapport.matching.roster.domain.Fee;
import org.rapport.matching.roster.domain.Licence;
import org.rapport.matching.roster.domain.Offering;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Vocabulary;

/**
 * The roster by columns: a numbered row for each therapist, and for each code and each rule the rows that have or pass it.
 *
 * <ol>
 *   <li>{@link #put} takes a row's old codes out and its new ones in.
 *   <li>Licences and leave hold as of a {@link #day}. Each row is noted under the next day on which they may change, so that
 *       {@link #turnTo} looks at those rows alone.
 * </ol>
 *
 * Not for several threads at once: {@link RankingIndex} sees to that.
 */
final class RosterRows {
    private static final long NEVER = Long.MIN_VALUE;

    private final FactorScores scores;
    private final Compacts compacts;
    private final Map<String, Set<String>> neighbours;
    private LocalDate day;

    private final Map<UUID, Integer> numbers = new HashMap<>();
    private Practitioner[] practitioners = new Practitioner[16];
    private int[] load = new int[16];
    private int[] fee = new int[16];
    private long[] offered = new long[16];
    /** The half of the ids that comes first in their order, beside one another: most ties end here. */
    private long[] idsHigh = new long[16];

    private final Map<Fee, Integer> feeNumbers = new HashMap<>();
    private final List<Fee> fees = new ArrayList<>();

    private final Rows all = new Rows();
    private final Rows accepting = new Rows();
    private final Rows atWork = new Rows();
    private final Rows withSeat = new Rows();
    private final RowsByCode licensed = new RowsByCode();
    private final RowsByCode formats = new RowsByCode();
    private final RowsByCode populations = new RowsByCode();
    private final RowsByCode payments = new RowsByCode();
    private final RowsByCode languages = new RowsByCode();
    private final RowsByCode concerns = new RowsByCode();
    private final RowsByCode modalities = new RowsByCode();
    private final RowsByCode times = new RowsByCode();
    private final NavigableMap<LocalDate, Set<Integer>> changing = new TreeMap<>();

    RosterRows(FactorScores scores, Vocabulary vocabulary, Compacts compacts, LocalDate day) {
        this.scores = scores;
        this.compacts = compacts;
        this.day = day;
        List<String> codes = vocabulary.terms(Vocabulary.Kind.MODALITY).stream()
                .map(Vocabulary.Term::code)
                .toList();
        this.neighbours = codes.stream()
                .collect(Collectors.toMap(
                        code -> code,
                        code -> codes.stream()
                                .filter(other -> vocabulary.areNeighbours(Vocabulary.Kind.MODALITY, code, other))
                                .collect(Collectors.toSet())));
    }

    void put(Practitioner practitioner) {
        Therapist therapist = practitioner.therapist();
        int row = numbers.computeIfAbsent(therapist.id(), _ -> numbers.size());
        if (row == practitioners.length) {
            grow();
        }
        if (all.has(row)) {
            codes(practitioners[row].therapist(), row, false);
        }
        practitioners[row] = practitioner;
        idsHigh[row] = therapist.id().getMostSignificantBits();
        codes(therapist, row, true);
        all.set(row);
        accepting.put(row, therapist.caseload().accepting());
        withSeat.put(row, practitioner.freeSeats() > 0);
        load[row] = scores.load(practitioner).points();
        fee[row] = feeNumbers.computeIfAbsent(therapist.fee(), each -> {
            fees.add(each);
            return fees.size() - 1;
        });
        offered[row] = practitioner.lastOffered() == null ? NEVER : nanos(practitioner.lastOffered());
        placeOn(day, row);
    }

    private void grow() {
        int length = 2 * practitioners.length;
        practitioners = Arrays.copyOf(practitioners, length);
        load = Arrays.copyOf(load, length);
        fee = Arrays.copyOf(fee, length);
        offered = Arrays.copyOf(offered, length);
        idsHigh = Arrays.copyOf(idsHigh, length);
    }

    private void codes(Therapist therapist, int row, boolean in) {
        Offering offering = therapist.offering();
        Map<RowsByCode, List<String>> codes = Map.of(
                formats, offering.formats(),
                populations, offering.populations(),
                payments, offering.payments(),
                languages, offering.languages(),
                concerns, offering.concerns(),
                modalities, offering.modalities(),
                times, offering.availability());
        codes.forEach((rows, having) -> {
            if (in) {
                rows.add(row, having);
            } else {
                rows.remove(row, having);
            }
        });
    }

    LocalDate day() {
        return day;
    }

    Rows all() {
        return all;
    }

    /** Every row but those of some therapists. */
    Rows but(Set<UUID> barred) {
        if (barred.isEmpty()) {
            return all;
        }
        Rows others = new Rows();
        others.addAll(all);
        barred.stream().map(numbers::get).filter(Objects::nonNull).forEach(others::clear);
        return others;
    }

    /** Back, too: a question may be about yesterday. */
    void turnTo(LocalDate next) {
        List<Integer> rows = new ArrayList<>();
        if (next.isBefore(day)) {
            numbers.values().forEach(rows::add);
            changing.clear();
        } else {
            Map<LocalDate, Set<Integer>> due = changing.headMap(next, true);
            due.values().forEach(rows::addAll);
            due.clear();
        }
        day = next;
        rows.forEach(row -> placeOn(next, row));
    }

    private void placeOn(LocalDate today, int row) {
        Therapist therapist = practitioners[row].therapist();
        licensed.removeEverywhere(row);
        licensed.add(row, licensedIn(therapist, today));
        atWork.put(row, !therapist.caseload().isOnLeave(today));
        nextChange(therapist, today)
                .ifPresent(next ->
                        changing.computeIfAbsent(next, _ -> new HashSet<>()).add(row));
    }

    private List<String> licensedIn(Therapist therapist, LocalDate today) {
        return Stream.concat(
                        therapist.licences().stream().map(Licence::state),
                        members(therapist).map(Compact.Member::state))
                .distinct()
                .filter(state -> compacts.permission(therapist, state, today)
                        .filter(permission -> permission.isValid(today))
                        .isPresent())
                .toList();
    }

    private Stream<Compact.Member> members(Therapist therapist) {
        return therapist.compacts().stream()
                .flatMap(authority -> compacts.find(authority.compact()).stream())
                .flatMap(compact -> compact.members().stream());
    }

    private Optional<LocalDate> nextChange(Therapist therapist, LocalDate today) {
        Stream<LocalDate> lastDays = Stream.of(
                        therapist.licences().stream().map(Licence::expires),
                        therapist.compacts().stream().map(CompactAuthority::expires),
                        members(therapist).map(Compact.Member::until).filter(Objects::nonNull))
                .flatMap(days -> days);
        Stream<LocalDate> firstDays = Stream.concat(
                members(therapist).map(Compact.Member::since),
                Stream.ofNullable(therapist.caseload().onLeaveUntil()));
        return Stream.concat(lastDays.map(last -> last.plusDays(1)), firstDays)
                .filter(change -> change.isAfter(today))
                .min(Comparator.naturalOrder());
    }

    /** Who passes a rule. */
    Rows passing(Rule rule, Criteria criteria) {
        return switch (rule) {
            case LICENCE -> licensed.with(criteria.state());
            case ACCEPTING -> accepting;
            case LEAVE -> atWork;
            case SEAT -> withSeat;
            case FORMAT -> formats.with(criteria.format());
            case POPULATION -> populations.with(criteria.population());
            case PAYMENT -> payments.with(criteria.payment());
            case LANGUAGE -> criteria.languages().isEmpty() ? all : languages.withAnyOf(criteria.languages());
        };
    }

    Rows treating(String concern) {
        return concerns.with(concern);
    }

    Rows availableAt(String time) {
        return times.with(time);
    }

    Rows practising(String modality) {
        return modalities.with(modality);
    }

    Rows practisingNear(String modality) {
        return modalities.withAnyOf(neighbours.getOrDefault(modality, Set.of()));
    }

    Rows speaking(String language) {
        return languages.with(language);
    }

    int size() {
        return numbers.size();
    }

    Practitioner practitioner(int row) {
        return practitioners[row];
    }

    int load(int row) {
        return load[row];
    }

    int fee(int row) {
        return fee[row];
    }

    /** How many different fees there are. */
    int fees() {
        return fees.size();
    }

    Fee feeNumbered(int number) {
        return fees.get(number);
    }

    boolean isOfferedBefore(int row, int other) {
        return offered[row] != offered[other] ? offered[row] < offered[other] : hasLowerId(row, other);
    }

    boolean hasLowerId(int row, int other) {
        return idsHigh[row] != idsHigh[other] ? idsHigh[row] < idsHigh[other] : id(row).compareTo(id(other)) < 0;
    }

    private UUID id(int row) {
        return practitioners[row].therapist().id();
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }
}
