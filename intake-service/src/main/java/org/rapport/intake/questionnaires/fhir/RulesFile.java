package org.rapport.intake.questionnaires.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Band;
import org.rapport.intake.questionnaires.domain.Criterion;
import org.rapport.intake.questionnaires.domain.Priority;
import org.rapport.intake.questionnaires.domain.Rules;
import org.rapport.intake.questionnaires.domain.SafetyRule;
import org.rapport.intake.questionnaires.domain.Scoring;
import org.rapport.intake.questionnaires.domain.Screening;
import org.rapport.intake.questionnaires.domain.Wording;

/**
 * The JSON beside a definition that says what follows from its answers.
 *
 * @param questionnaire {@code url|version} of the definition it belongs to
 */
record RulesFile(
        String questionnaire,
        @Nullable ScoreEntry score,
        @Nullable ScreeningEntry screening,
        @Nullable List<SafetyEntry> safety,
        @Nullable Map<String, String> criteria) {

    record ScoreEntry(String instrument, List<String> items, int maximum, List<BandEntry> bands) {}

    record BandEntry(int from, int to, String code, String english, String spanish, Priority priority) {}

    record ScreeningEntry(String instrument, List<LevelEntry> levels) {}

    record LevelEntry(String code, String english, String spanish, Priority priority, List<TriggerEntry> whenAny) {}

    record TriggerEntry(String question, int above) {}

    record SafetyEntry(String question, int above, @Nullable String code) {}

    Rules rules() {
        return new Rules(
                score == null ? null : scoring(score),
                screening == null ? null : levels(screening),
                Optional.ofNullable(safety).orElse(List.of()).stream()
                        .map(entry -> new SafetyRule(
                                entry.question(), entry.above(), Objects.requireNonNullElse(entry.code(), "")))
                        .toList(),
                Optional.ofNullable(criteria).orElse(Map.of()).entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> Criterion.valueOf(entry.getKey().toUpperCase(Locale.ROOT)),
                                Map.Entry::getValue)));
    }

    private static Screening levels(ScreeningEntry screening) {
        return new Screening(
                screening.instrument(),
                screening.levels().stream()
                        .map(level -> new Screening.Level(
                                level.code(),
                                new Wording(level.english(), level.spanish()),
                                level.priority(),
                                level.whenAny().stream()
                                        .map(trigger -> new Screening.Trigger(trigger.question(), trigger.above()))
                                        .toList()))
                        .toList());
    }

    private static Scoring scoring(ScoreEntry score) {
        return new Scoring(
                score.instrument(),
                score.items(),
                score.maximum(),
                score.bands().stream()
                        .map(band -> new Band(
                                band.from(),
                                band.to(),
                                band.code(),
                                new Wording(band.english(), band.spanish()),
                                band.priority()))
                        .toList());
    }
}
