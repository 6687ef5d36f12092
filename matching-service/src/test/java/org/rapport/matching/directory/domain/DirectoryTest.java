package org.rapport.matching.directory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.matching.ranking.domain.Sketches.TODAY;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.ranking.domain.Sketches;
import org.rapport.matching.ranking.domain.Sketches.Sketch;
import org.rapport.matching.roster.domain.InMemoryTherapists;
import org.rapport.matching.roster.domain.Licence;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Vocabulary;
import org.rapport.matching.roster.domain.Vocabulary.Kind;
import org.rapport.matching.roster.domain.Vocabulary.Term;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DirectoryTest {
    private static final Vocabulary VOCABULARY = new Vocabulary(Map.of(
            Kind.MODALITY,
            List.of(
                    new Term("relational", List.of("relational therapy"), List.of("psychodynamic"), ""),
                    new Term("psychodynamic", List.of(), List.of(), ""),
                    new Term("cbt", List.of(), List.of(), "")),
            Kind.CONCERN,
            List.of(new Term("anxiety", List.of("worry"), List.of(), ""), new Term("grief", List.of(), List.of(), "")),
            Kind.LANGUAGE,
            List.of(new Term("en", List.of(), List.of(), ""), new Term("es", List.of(), List.of(), ""))));

    @Test
    void only_those_are_listed_who_take_new_people_are_at_work_and_licensed() {
        Directory directory = directory(
                new Sketch(1).build(),
                new Sketch(2).accepting(false).build(),
                new Sketch(3).onLeaveUntil(TODAY.plusDays(1)).build(),
                new Sketch(4)
                        .licences(new Licence("IL", "1", TODAY.minusDays(1)))
                        .build());

        assertThat(numbers(directory.find(Search.EVERYBODY, TODAY))).containsExactly(1);
        assertThat(directory.profile(Sketches.id(2), TODAY)).isEmpty();
    }

    @Test
    void a_modality_is_found_by_its_other_names_and_its_neighbours_come_after_it() {
        Directory directory = directory(
                new Sketch(1).modalities("psychodynamic").build(),
                new Sketch(2).modalities("relational").build(),
                new Sketch(3).modalities("cbt").build());
        Search search = Search.of(Map.of("modality", List.of("Relational Therapy")), VOCABULARY);

        assertThat(numbers(directory.find(search, TODAY))).containsExactly(2, 1);
    }

    @Test
    void values_of_one_facet_widen_and_facets_narrow() {
        Directory directory = directory(
                new Sketch(1).concerns("anxiety").languages("en").build(),
                new Sketch(2).concerns("grief").languages("en", "es").build());

        assertThat(found(directory, Map.of("concern", List.of("worry", "grief"))))
                .containsExactly(1, 2);
        assertThat(found(directory, Map.of("concern", List.of("anxiety", "grief"), "language", List.of("es"))))
                .containsExactly(2);
        assertThat(found(directory, Map.of("concern", List.of("$where"), "status", List.of("x"))))
                .containsExactly(1, 2);
    }

    @Test
    void a_sliding_scale_counts_for_the_fee() {
        Directory directory = directory(
                new Sketch(1).fee(160).lowestFee(90).build(),
                new Sketch(2).fee(160).build());

        assertThat(found(directory, Map.of("fee", List.of("100")))).containsExactly(1);
    }

    @Test
    void a_count_says_what_choosing_the_value_alone_would_show() {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Directory directory = directory(IntStream.rangeClosed(1, 12)
                    .mapToObj(number -> new Sketch(number)
                            .concerns(random.nextBoolean() ? "anxiety" : "grief")
                            .modalities(List.of("relational", "psychodynamic", "cbt")
                                    .get(random.nextInt(3)))
                            .languages(random.nextBoolean() ? "en" : "es")
                            .build())
                    .toArray(Therapist[]::new));
            Search search = Search.of(
                    Map.of("concern", List.of("anxiety"), "modality", List.of("cbt"), "language", List.of("en")),
                    VOCABULARY);
            for (Facet facet : Set.of(Facet.CONCERN, Facet.MODALITY, Facet.LANGUAGE)) {
                directory
                        .on(TODAY)
                        .counts(facet, search)
                        .forEach((value, count) -> assertThat(count)
                                .as(facet + " " + value)
                                .isEqualTo(directory
                                        .find(search.with(facet, Set.of(value)), TODAY)
                                        .size()));
            }
        }
    }

    private static List<Integer> found(Directory directory, Map<String, List<String>> said) {
        return numbers(directory.find(Search.of(said, VOCABULARY), TODAY));
    }

    private static Directory directory(Therapist... therapists) {
        return new Directory(InMemoryTherapists.rosterOf(List.of(therapists)), VOCABULARY, Sketches.compacts());
    }

    private static List<Integer> numbers(List<Therapist> therapists) {
        return therapists.stream()
                .map(therapist -> Integer.valueOf(therapist.name().replace("Therapist ", "")))
                .toList();
    }
}
