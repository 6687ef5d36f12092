package org.rapport.matching.roster.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.ranking.domain.Sketches;
import org.rapport.matching.roster.application.ImportReport.Line;
import org.rapport.matching.roster.application.ImportReport.Outcome;
import org.rapport.matching.roster.csv.CsvRosterFiles;
import org.rapport.matching.roster.domain.EntryReader;
import org.rapport.matching.roster.domain.InMemoryTherapists;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.RosterEntry;
import org.rapport.matching.roster.domain.RosterField;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Therapists;
import org.rapport.matching.roster.domain.Vocabulary;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportRosterTest {
    private static final String HEAD =
            "id,name,credential,supervisor,licences,fee,capacity,existing_clients,accepting\n";
    private static final String ONE = "a0000000-0000-4000-8000-000000000001";
    private static final String TWO = "a0000000-0000-4000-8000-000000000002";

    private final InMemoryTherapists kept = new InMemoryTherapists();
    private final Roster roster = new Roster(kept);
    private final ImportRosterHandler handler = new ImportRosterHandler(
            kept,
            new CsvRosterFiles(),
            new EntryReader(new Vocabulary(Map.of()), Sketches.compacts()),
            Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC));

    @Test
    void a_bad_row_is_told_with_its_line_and_stops_nobody() {
        ImportReport report = write(HEAD
                + ONE + ",Grace,LCSW,,IL:1:2027-01-01,150,4,0,yes\n"
                + "\n"
                + TWO + ",\"Elena\nMarquez\",LCSW,,,many,4,0,yes\n"
                + ",Luis,LCSW,,IL:9:2027-01-01,90,2,0,no\n");

        assertThat(report.lines())
                .extracting(Line::line, Line::outcome)
                .containsExactly(tuple(2L, Outcome.ADDED), tuple(4L, Outcome.REJECTED), tuple(6L, Outcome.ADDED));
        assertThat(names()).containsExactlyInAnyOrder("Grace", "Luis");
    }

    @Test
    void a_column_that_is_not_in_the_file_empties_nobodys_field() {
        write(HEAD + ONE + ",Grace,LCSW,,IL:1:2027-01-01,150,4,2,yes\n");

        write("id,name,fee\n" + ONE + ",Grace O,160\n");
        Therapist grace = roster.find(Sketches.id(1)).orElseThrow();
        assertThat(grace.name()).isEqualTo("Grace O");
        assertThat(grace.licences()).hasSize(1);
        assertThat(grace.caseload().existingClients()).isEqualTo(2);
    }

    @Test
    void a_refused_row_takes_nobodys_place_and_supervises_nobody() {
        ImportReport report = write(HEAD
                + ONE + ",Grace,LCSW,,IL:1:2027-01-01,many,4,0,yes\n"
                + ONE + ",Grace,LCSW,,IL:1:2027-01-01,150,4,0,yes\n"
                + ",Marcus,LPC," + TWO + ",IL:9:2027-01-01,60,2,0,yes\n"
                + TWO + ",Elena\n");

        assertThat(report.lines())
                .extracting(Line::outcome)
                .containsExactly(Outcome.REJECTED, Outcome.ADDED, Outcome.REJECTED, Outcome.REJECTED);
    }

    @Test
    void two_who_may_not_work_alone_do_not_answer_for_each_other() {
        ImportReport report = write(HEAD
                + ONE + ",Grace,LSW," + TWO + ",IL:1:2027-01-01,60,2,0,yes\n"
                + TWO + ",Elena,LSW," + ONE + ",IL:2:2027-01-01,60,2,0,yes\n");

        assertThat(report.count(Outcome.REJECTED)).isEqualTo(2);
    }

    @Test
    void a_sample_that_broke_off_is_completed_and_what_was_changed_since_stays() {
        String grace = ONE + ",Grace,LCSW,,IL:1:2027-01-01,150,4,0,yes\n";
        write(HEAD + grace.replace("Grace", "Grace O"));
        handler.handle(new ImportRoster(HEAD + grace + TWO + ",Elena,LCSW,,,120,4,0,yes\n", true, true));

        assertThat(names()).containsExactlyInAnyOrder("Grace O", "Elena");
    }

    @Test
    void checking_writes_nothing() {
        ImportReport report =
                handler.handle(new ImportRoster(HEAD + ONE + ",Grace,LCSW,,IL:1:2027-01-01,150,4,0,yes\n", false));

        assertThat(report.count(Outcome.ADDED)).isEqualTo(1);
        assertThat(names()).isEmpty();
    }

    @Test
    void the_same_file_twice_adds_nobody_twice_also_without_ids() {
        String file = HEAD + ",Luis,LCSW,,IL:9:2027-01-01,90,2,0,no\n";
        write(file);

        assertThat(write(file).lines()).extracting(Line::outcome).containsExactly(Outcome.UNCHANGED);
        assertThat(write(file.replace(",90,", ",95,")).lines())
                .extracting(Line::outcome)
                .containsExactly(Outcome.CHANGED);
        assertThat(write(file.replace("IL:9:", "IL: 9 :")).count(Outcome.ADDED)).isZero();
        assertThat(names()).containsExactly("Luis");
    }

    @Test
    void a_supervisor_may_come_later_in_the_file_and_a_refused_one_refuses_who_relies_on_it() {
        String pupil = ONE + ",Marcus,LPC," + TWO + ",IL:1:2027-01-01,60,2,0,yes\n";

        assertThat(write(HEAD + pupil + TWO + ",Grace,LCSW,,,x,4,0,yes\n").count(Outcome.REJECTED))
                .isEqualTo(2);
        assertThat(write(HEAD + pupil + TWO + ",Grace,LCSW,,,150,4,0,yes\n").count(Outcome.ADDED))
                .isEqualTo(2);
    }

    @Test
    void rows_that_are_none_are_told_as_such() {
        assertThat(write(HEAD
                                + ONE + ",Grace,LCSW,,IL:1:2027-01-01,150,4,0,yes\n"
                                + ONE + ",Grace,LCSW,,IL:1:2027-01-01,150,4,0,yes\n"
                                + TWO + ",Elena\n"
                                + ",Nobody,LCSW,,,150,4,0,yes\n"
                                + TWO + ",\"Elena,LCSW\n")
                        .lines())
                .extracting(Line::fault)
                .containsExactly("", "twice", "cells", "no-id-no-licence", "broken-from-here");
    }

    @Test
    void a_file_that_is_none_is_refused_whole() {
        for (String file : List.of("", "name,name\n", "name,_id\n", "\"open", "id,fee\n")) {
            assertThatThrownBy(() -> write(file)).as(file).isInstanceOf(RosterFiles.UnreadableFile.class);
        }
    }

    @Test
    void no_cell_is_a_formula_in_a_spreadsheet_and_it_comes_back_as_it_was() {
        CsvRosterFiles files = new CsvRosterFiles();
        for (String name : List.of("=1+1", "+1", "-1", "@SUM(A1)", "plain", "O'Brien, \"Pat\"", "'=x")) {
            String file = files.write(List.of(new RosterEntry(Map.of(RosterField.NAME, name))));

            assertThat(file.lines().skip(1).findFirst().orElseThrow()).as(name).doesNotContainPattern("(^|,)\"?[=+@-]");
            assertThat(files.read(file).getFirst().entry().value(RosterField.NAME))
                    .isEqualTo(name);
        }
    }

    @Test
    void what_another_instance_imports_counts_here_at_once() {
        Roster another = new Roster(kept);
        assertThat(another.therapists()).isEmpty();

        write(HEAD + ONE + ",Grace,LCSW,,IL:1:2027-01-01,150,4,0,yes\n");
        assertThat(another.therapists()).extracting(Therapist::name).containsExactly("Grace");

        write(HEAD + ONE + ",Grace O,LCSW,,IL:1:2027-01-01,150,4,0,yes\n");
        assertThat(another.find(Sketches.id(1)).map(Therapist::name)).contains("Grace O");
    }

    @Test
    void looking_at_the_clients_is_no_change_that_refuses_a_row() {
        String file = HEAD + ONE + ",Grace,LCSW,,IL:1:2027-01-01,150,4,0,yes\n";
        write(file);
        Instant seen = kept.find(Sketches.id(1)).orElseThrow().changedAt();
        kept.save(kept.find(Sketches.id(1)).orElseThrow(), null);

        Therapist other = roster.find(Sketches.id(1)).orElseThrow();
        assertThat(kept.put(other, seen, seen.plusSeconds(1))).isEqualTo(Therapists.Saving.SAVED);
        assertThat(kept.put(other, seen, seen.plusSeconds(2))).isEqualTo(Therapists.Saving.STALE);
        assertThat(kept.put(other, null, seen.plusSeconds(2))).isEqualTo(Therapists.Saving.STALE);
    }

    @Test
    void every_change_has_the_clients_looked_at() {
        write(HEAD + ONE + ",Grace,LCSW,,IL:1:2027-01-01,150,4,0,yes\n");

        assertThat(kept.wakeAt(Sketches.id(1))).contains(Instant.parse("2026-11-23T15:00:00Z"));
    }

    private ImportReport write(String file) {
        return handler.handle(new ImportRoster(file, true));
    }

    private List<String> names() {
        return roster.therapists().stream().map(Therapist::name).toList();
    }
}
