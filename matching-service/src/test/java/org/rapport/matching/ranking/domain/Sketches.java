package org.rapport.matching.ranking.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.rapport.matching.roster.domain.Vocabulary;

/** Therapists and wishes that fit one another, to be changed in one point by a test. */
public final class Sketches {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private Sketches() {}

    public static UUID id(int number) {
        return UUID.fromString("a0000000-0000-4000-8000-%012d".formatted(number));
    }

    public static Weights weights() {
        Map<Factor, Integer> points = new EnumMap<>(Factor.class);
        points.put(Factor.CONCERNS, 40);
        points.put(Factor.MODALITY, 20);
        points.put(Factor.AVAILABILITY, 15);
        points.put(Factor.LANGUAGE, 10);
        points.put(Factor.FEE, 5);
        points.put(Factor.LOAD, 10);
        return new Weights("test", points, 50);
    }

    public static Vocabulary vocabulary() {
        return new Vocabulary(Map.of(
                Vocabulary.Kind.MODALITY,
                List.of(
                        new Vocabulary.Term("relational", List.of(), List.of("psychodynamic"), ""),
                        new Vocabulary.Term("psychodynamic", List.of(), List.of(), ""),
                        new Vocabulary.Term("cbt", List.of(), List.of(), ""))));
    }

    /** PSYPACT between Illinois and Wisconsin, which joined on the second day from today. */
    public static Compacts compacts() {
        return new Compacts(List.of(new Compact(
                "PSYPACT",
                Set.of(Credential.PSYD),
                List.of(
                        new Compact.Member("IL", TODAY.minusYears(1), null),
                        new Compact.Member("WI", TODAY.plusDays(2), null)))));
    }

    public static Ranker ranker() {
        return new Ranker(weights(), vocabulary(), compacts());
    }

    public static Criteria wish() {
        return new Criteria(
                "IL",
                "INDIVIDUAL",
                "ADULT",
                List.of("anxiety", "grief"),
                List.of("relational"),
                "SELF_PAY",
                Money.usd(150),
                List.of("en", "es"),
                List.of("EVENING"));
    }

    public static Practitioner free(int number) {
        return practitioner(new Sketch(number).build(), 0, null);
    }

    public static Practitioner practitioner(Therapist therapist, int seatsTaken, @Nullable Instant lastOffered) {
        return new Practitioner(therapist, seatsTaken, lastOffered);
    }

    /** A therapist who passes every rule for {@link #wish()}. */
    public static final class Sketch {
        private final int number;
        private List<Licence> licences = List.of(new Licence("IL", "149.000001", LocalDate.of(2027, 11, 30)));
        private List<String> concerns = List.of("anxiety", "grief");
        private List<String> modalities = List.of("relational");
        private List<String> formats = List.of("INDIVIDUAL");
        private List<String> populations = List.of("ADULT");
        private List<String> languages = List.of("en");
        private List<String> payments = List.of("SELF_PAY");
        private List<String> availability = List.of("EVENING");
        private Money fee = Money.usd(150);
        private @Nullable Money lowestFee;
        private Credential credential = Credential.LCSW;
        private @Nullable UUID supervisor;
        private List<CompactAuthority> compacts = List.of();
        private List<String> identities = List.of();
        private int capacity = 4;
        private int existingClients;
        private boolean accepting = true;
        private @Nullable LocalDate onLeaveUntil;

        public Sketch(int number) {
            this.number = number;
        }

        public Sketch licences(Licence... licences) {
            this.licences = List.of(licences);
            return this;
        }

        public Sketch concerns(String... concerns) {
            this.concerns = List.of(concerns);
            return this;
        }

        public Sketch modalities(String... modalities) {
            this.modalities = List.of(modalities);
            return this;
        }

        public Sketch formats(String... formats) {
            this.formats = List.of(formats);
            return this;
        }

        public Sketch populations(String... populations) {
            this.populations = List.of(populations);
            return this;
        }

        public Sketch languages(String... languages) {
            this.languages = List.of(languages);
            return this;
        }

        public Sketch payments(String... payments) {
            this.payments = List.of(payments);
            return this;
        }

        public Sketch availability(String... availability) {
            this.availability = List.of(availability);
            return this;
        }

        public Sketch fee(int dollars) {
            this.fee = Money.usd(dollars);
            return this;
        }

        public Sketch lowestFee(int dollars) {
            this.lowestFee = Money.usd(dollars);
            return this;
        }

        public Sketch supervisedBy(int number) {
            this.credential = Credential.LPC;
            this.supervisor = id(number);
            return this;
        }

        public Sketch psypact(LocalDate expires) {
            this.credential = Credential.PSYD;
            this.compacts = List.of(new CompactAuthority("PSYPACT", "IL", "E.1", expires));
            return this;
        }

        public Sketch identities(String... identities) {
            this.identities = List.of(identities);
            return this;
        }

        public Sketch capacity(int capacity) {
            this.capacity = capacity;
            return this;
        }

        public Sketch existingClients(int existingClients) {
            this.existingClients = existingClients;
            return this;
        }

        public Sketch accepting(boolean accepting) {
            this.accepting = accepting;
            return this;
        }

        public Sketch onLeaveUntil(LocalDate onLeaveUntil) {
            this.onLeaveUntil = onLeaveUntil;
            return this;
        }

        public Therapist build() {
            return new Therapist(
                    id(number),
                    "Therapist " + number,
                    credential,
                    supervisor,
                    licences,
                    compacts,
                    new Offering(modalities, concerns, formats, populations, languages, payments, availability),
                    new Fee(fee, lowestFee),
                    new Caseload(capacity, existingClients, accepting, onLeaveUntil),
                    new Profile("I listen.", null, identities));
        }
    }
}
