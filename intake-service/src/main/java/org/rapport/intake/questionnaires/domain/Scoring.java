package org.rapport.intake.questionnaires.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Adds up the points of some questions and names the band of the total. */
public record Scoring(String instrument, List<String> items, int maximum, List<Band> bands) {
    public Scoring {
        items = List.copyOf(items);
        bands = List.copyOf(bands);
    }

    Optional<Score> score(Wording title, List<Question> questions, Answers answers) {
        Map<String, Question> byLinkId =
                questions.stream().collect(Collectors.toMap(Question::linkId, Function.identity()));
        int total = 0;
        for (String item : items) {
            Optional<Integer> points =
                    Optional.ofNullable(byLinkId.get(item)).flatMap(question -> question.pointsOf(answers.to(item)));
            if (points.isEmpty()) {
                return Optional.empty();
            }
            total += points.get();
        }
        int sum = total;
        return bands.stream()
                .filter(band -> band.contains(sum))
                .findFirst()
                .map(band -> new Score(instrument, title, sum, maximum, band));
    }

    List<DefinitionFault> faultsAgainst(Map<String, Question> questions) {
        List<DefinitionFault> faults = new ArrayList<>();
        int most = 0;
        for (String item : items) {
            Question question = questions.get(item);
            if (question == null) {
                faults.add(new DefinitionFault(item, "is scored but not asked"));
            } else if (question.repeats()
                    || question.options().isEmpty()
                    || question.options().stream().anyMatch(option -> option.points() == null)) {
                faults.add(new DefinitionFault(item, "is scored, so it needs one choice among options with points"));
            } else {
                most += question.mostPoints();
            }
        }
        if (faults.isEmpty() && most != maximum) {
            faults.add(new DefinitionFault(instrument, "can reach " + most + ", not the stated maximum " + maximum));
        }
        int next = 0;
        for (Band band : bands) {
            if (band.from() != next || band.to() < band.from()) {
                faults.add(new DefinitionFault(instrument, "band " + band.code() + " should begin at " + next));
            }
            next = band.to() + 1;
        }
        if (next != maximum + 1) {
            faults.add(new DefinitionFault(instrument, "bands end at " + (next - 1) + ", not at " + maximum));
        }
        return faults;
    }
}
