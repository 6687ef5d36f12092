package org.rapport.matching.roster.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapport.matching.ranking.domain.Sketches;
import org.rapport.matching.ranking.domain.Sketches.Sketch;
import org.rapport.matching.roster.domain.Vocabulary.Kind;
import org.rapport.matching.roster.domain.Vocabulary.Term;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EntryReaderTest {
    private static final EntryReader READER = new EntryReader(
            new Vocabulary(Map.of(
                    Kind.MODALITY, List.of(new Term("relational", List.of("relational therapy"), List.of(), "")),
                    Kind.CONCERN, terms("anxiety", "grief"),
                    Kind.FORMAT, terms("INDIVIDUAL"),
                    Kind.POPULATION, terms("ADULT"),
                    Kind.LANGUAGE, terms("en"),
                    Kind.PAYMENT, terms("SELF_PAY"),
                    Kind.TIME, terms("EVENING"))),
            Sketches.compacts());

    @Test
    void what_an_entry_says_is_read_as_it_was() {
        Therapist therapist =
                new Sketch(1).lowestFee(90).psypact(Sketches.TODAY).build();

        assertThat(READER.read(RosterEntry.of(therapist), KNOWN)).isEqualTo(new EntryReading.Read(therapist));
    }

    @Test
    void synonyms_become_their_code_and_twice_is_once() {
        assertThat(read(RosterField.MODALITIES, "Relational Therapy; relational"))
                .isInstanceOfSatisfying(
                        EntryReading.Read.class,
                        read -> assertThat(read.therapist().offering().modalities())
                                .containsExactly("relational"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(RosterField.ID, "1-1-1-1-1", "no-id"),
                Arguments.of(RosterField.NAME, " ", "missing"),
                Arguments.of(RosterField.NAME, "x".repeat(101), "too-long"),
                Arguments.of(RosterField.NAME, "Gra\u0000ce", "control"),
                Arguments.of(RosterField.CREDENTIAL, "MD", "unknown"),
                Arguments.of(RosterField.SUPERVISOR, Sketches.id(3).toString(), "supervisor-supervised"),
                Arguments.of(RosterField.SUPERVISOR, Sketches.id(1).toString(), "supervisor-self"),
                Arguments.of(RosterField.SUPERVISOR, Sketches.id(9).toString(), "supervisor-unknown"),
                Arguments.of(RosterField.LICENCES, "IL:149.1", "parts"),
                Arguments.of(RosterField.LICENCES, "Illinois:149.1:2027-01-01", "parts"),
                Arguments.of(RosterField.LICENCES, "IL:149.1:2027-02-30", "parts"),
                Arguments.of(RosterField.COMPACTS, "NOPACT:IL:1:2027-01-01", "parts"),
                Arguments.of(RosterField.MODALITIES, "astrology", "unknown"),
                Arguments.of(RosterField.FEE, "", "missing"),
                Arguments.of(RosterField.FEE, "1e400", "no-amount"),
                Arguments.of(RosterField.FEE, "-5", "no-amount"),
                Arguments.of(RosterField.LOWEST_FEE, "150", "not-lower"),
                Arguments.of(RosterField.CAPACITY, "0", "no-number"),
                Arguments.of(RosterField.CAPACITY, "201", "no-number"),
                Arguments.of(RosterField.EXISTING_CLIENTS, "9", "over-capacity"),
                Arguments.of(RosterField.ACCEPTING, "maybe", "yes-or-no"),
                Arguments.of(RosterField.ON_LEAVE_UNTIL, "soon", "no-day"),
                Arguments.of(RosterField.VIDEO, "http://example.org/v", "no-address"),
                Arguments.of(RosterField.VIDEO, "javascript:alert(1)", "no-address"),
                Arguments.of(RosterField.VIDEO, "https://user:secret@example.org/", "no-address"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_is_wrong_is_named_at_its_field(RosterField field, String said, String code) {
        assertThat(read(field, said))
                .isInstanceOfSatisfying(
                        EntryReading.Faulty.class,
                        faulty -> assertThat(faulty.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.field()).isEqualTo(field);
                            assertThat(fault.code()).isEqualTo(code);
                        }));
    }

    @Test
    void whoever_answers_for_somebody_cannot_become_one_who_may_not_work_alone() {
        assertThat(read(RosterField.CREDENTIAL, "LPC"))
                .isInstanceOfSatisfying(
                        EntryReading.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(EntryFault::code)
                                .containsExactly("supervisor-needed", "supervises"));
    }

    @Test
    void all_faults_are_told_at_once() {
        assertThat(READER.read(new RosterEntry(Map.of(RosterField.MODALITIES, "a; b")), KNOWN))
                .isInstanceOfSatisfying(
                        EntryReading.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(EntryFault::field)
                                .contains(
                                        RosterField.ID,
                                        RosterField.NAME,
                                        RosterField.CREDENTIAL,
                                        RosterField.MODALITIES,
                                        RosterField.FEE,
                                        RosterField.CAPACITY,
                                        RosterField.ACCEPTING));
    }

    /** The second answers for the third, who may not work alone; so does the first. */
    private static final Colleagues KNOWN = Colleagues.of(List.of(
            new Sketch(1).build(),
            new Sketch(2).build(),
            new Sketch(3).supervisedBy(2).build(),
            new Sketch(4).supervisedBy(1).build()));

    private static EntryReading read(RosterField field, String said) {
        Map<RosterField, String> values = new EnumMap<>(RosterField.class);
        values.putAll(RosterEntry.of(new Sketch(1).build()).values());
        values.put(field, said);
        return READER.read(new RosterEntry(values), KNOWN);
    }

    private static List<Term> terms(String... codes) {
        return Stream.of(codes)
                .map(code -> new Term(code, List.of(), List.of(), ""))
                .toList();
    }
}
