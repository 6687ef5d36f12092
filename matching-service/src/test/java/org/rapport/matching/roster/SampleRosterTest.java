package org.rapport.matching.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.ranking.domain.Sketches;
import org.rapport.matching.roster.application.ImportReport;
import org.rapport.matching.roster.application.ImportReport.Outcome;
import org.rapport.matching.roster.application.ImportRoster;
import org.rapport.matching.roster.application.ImportRosterHandler;
import org.rapport.matching.roster.csv.CsvRosterFiles;
import org.rapport.matching.roster.domain.Compacts;
import org.rapport.matching.roster.domain.EntryReader;
import org.rapport.matching.roster.domain.InMemoryTherapists;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.RosterEntry;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Vocabulary;

/** The data that ships: the sample practice, the words, the compacts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleRosterTest {
    private static final Vocabulary VOCABULARY = PublishedVocabulary.vocabulary();
    private static final Compacts COMPACTS = PublishedVocabulary.compacts();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final InMemoryTherapists kept = new InMemoryTherapists();
    private final ImportRosterHandler importRoster = new ImportRosterHandler(
            kept,
            new CsvRosterFiles(),
            new EntryReader(VOCABULARY, COMPACTS),
            Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC));
    private final ImportReport report = importRoster.handle(new ImportRoster(SampleRoster.file(), true));
    private final List<Therapist> therapists = new Roster(kept).therapists();

    @Test
    void the_sample_is_a_file_like_any_and_every_row_of_it_is_read() {
        assertThat(report.lines()).allSatisfy(line -> assertThat(line.faults()).isEmpty());
        assertThat(report.count(Outcome.ADDED)).isEqualTo(14);
    }

    @Test
    void loading_twice_changes_nothing() {
        assertThat(importRoster
                        .handle(new ImportRoster(SampleRoster.file(), true))
                        .count(Outcome.UNCHANGED))
                .isEqualTo(14);
    }

    @Test
    void what_is_exported_comes_back_as_it_was() {
        String file = new CsvRosterFiles()
                .write(therapists.stream().map(RosterEntry::of).toList());

        assertThat(importRoster.handle(new ImportRoster(file, true)).count(Outcome.UNCHANGED))
                .isEqualTo(14);
    }

    @Test
    void one_is_full_one_on_leave_one_about_to_lose_the_licence_and_two_are_supervised() {
        assertThat(named("Tomas Herrera").caseload())
                .satisfies(full -> assertThat(full.existingClients()).isEqualTo(full.capacity()));
        assertThat(named("Hannah Lindqvist").caseload().onLeaveUntil()).isEqualTo(LocalDate.of(2027, 1, 15));
        assertThat(COMPACTS.permission(named("Marcus Bell"), "IL", TODAY))
                .hasValueSatisfying(
                        permission -> assertThat(permission.endsSoon(TODAY)).isTrue());
        assertThat(named("Marcus Bell").supervisor()).isEqualTo(Sketches.id(1));
        assertThat(named("Luis Cordero").supervisor()).isEqualTo(Sketches.id(2));
    }

    @Test
    void a_psychologist_with_the_authority_may_see_people_in_wisconsin_and_a_social_worker_may_not() {
        assertThat(COMPACTS.permission(named("Aisha Rahman"), "WI", TODAY))
                .hasValueSatisfying(
                        permission -> assertThat(permission.compact()).isEqualTo("PSYPACT"));
        assertThat(COMPACTS.permission(named("Beth Sorensen"), "MN", TODAY)).isEmpty();
    }

    @Test
    void every_word_has_a_name_and_every_modality_and_concern_a_source() throws Exception {
        Properties names = new Properties();
        try (var file = getClass().getResourceAsStream("/messages/matching.properties")) {
            names.load(file);
        }
        assertThat(Arrays.stream(Vocabulary.Kind.values())
                        .flatMap(kind -> VOCABULARY.terms(kind).stream())
                        .map(term -> "matching.code." + term.code()))
                .allSatisfy(key -> assertThat(names).containsKey(key));
        assertThat(VOCABULARY.terms(Vocabulary.Kind.MODALITY))
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(term -> assertThat(term.source()).startsWith("https://"));
        assertThat(VOCABULARY.terms(Vocabulary.Kind.CONCERN))
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(term -> assertThat(term.source()).startsWith("https://"));
    }

    @Test
    void relational_therapy_is_found_by_its_other_names_and_has_its_neighbours() {
        assertThat(VOCABULARY.code(Vocabulary.Kind.MODALITY, "Relational-Cultural  Therapy"))
                .contains("relational");
        assertThat(VOCABULARY.code(Vocabulary.Kind.MODALITY, "relational psychotherapy"))
                .contains("relational");
        for (String neighbour : List.of("object-relations", "attachment", "psychodynamic", "experiential")) {
            assertThat(VOCABULARY.areNeighbours(Vocabulary.Kind.MODALITY, neighbour, "relational"))
                    .as(neighbour)
                    .isTrue();
        }
        assertThat(VOCABULARY.areNeighbours(Vocabulary.Kind.MODALITY, "relational", "cbt"))
                .isFalse();
    }

    private Therapist named(String name) {
        return therapists.stream()
                .filter(therapist -> therapist.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
