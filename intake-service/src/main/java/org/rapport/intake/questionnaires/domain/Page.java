package org.rapport.intake.questionnaires.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What stands together on one page of one questionnaire; numbered from 1 through the whole packet. */
public record Page(int number, Questionnaire questionnaire, Wording title, List<Item> items) {
    public Page {
        items = List.copyOf(items);
    }

    /** Every question of the page, also those that are not asked of everybody. */
    public List<Question> questions() {
        return new Outline(items).questions();
    }

    public Optional<Question> question(String linkId) {
        return questions().stream()
                .filter(question -> question.linkId().equals(linkId))
                .findFirst();
    }

    /** The question under a key of an answer, if this page asks it. */
    public Optional<Question> questionAt(String key) {
        return question(key).or(() -> question(Place.parse(key).linkId()));
    }

    public boolean owns(String key) {
        return questionAt(key).isPresent();
    }

    public List<Sheet.Entry> entries(Answers answers) {
        return entries(answers, Set.of());
    }

    public List<Sheet.Entry> entries(Answers answers, Set<String> opened) {
        return questionnaire.beside(answers, opened).entries(items);
    }

    /** The answers with those that the page's questions come with; an answer may bring up a question that comes with one. */
    public Answers withInitial(Answers answers) {
        Answers known = answers;
        boolean more = true;
        while (more) {
            more = false;
            for (Sheet.Entry entry : entries(known)) {
                if (entry.item() instanceof Item.Asked asked
                        && !asked.question().initial().fixed()
                        && !asked.question().initial().values().isEmpty()
                        && !known.has(entry.key())) {
                    known = known.with(
                            Map.of(entry.key(), asked.question().initial().values()));
                    more = true;
                }
            }
        }
        return known;
    }

    /** The keys of the questions that can be seen and answered, in the order they are asked. */
    public List<String> visible(Answers answers) {
        return entries(answers).stream()
                .filter(entry -> entry.item() instanceof Item.Asked asked
                        && !asked.question().initial().fixed())
                .map(Sheet.Entry::key)
                .toList();
    }

    /** Whether there is anything to see for somebody who has answered so. */
    public boolean isShown(Answers answers) {
        return entries(answers).stream()
                .anyMatch(entry -> !entry.item().head().hidden() && !(entry.item() instanceof Item.Group));
    }

    /** What is asked here, required and without an answer, in the order it is asked. */
    public List<Sheet.Entry> missing(Answers answers) {
        List<Sheet.Entry> entries = entries(answers);
        return entries.stream()
                .filter(Sheet.Entry::needed)
                .flatMap(entry -> lacking(entry, entries, answers))
                .distinct()
                .toList();
    }

    private static Stream<Sheet.Entry> lacking(Sheet.Entry entry, List<Sheet.Entry> entries, Answers answers) {
        return switch (entry.item()) {
            case Item.Display _ -> Stream.of();
            case Item.Asked asked -> {
                boolean lacks = asked.question().required()
                        && !asked.question().initial().fixed()
                        && !answers.has(entry.key());
                yield lacks ? Stream.of(entry) : Stream.of();
            }
            case Item.Group group -> {
                // A required group calls for one answer, whichever; without any its first question is named.
                List<Sheet.Entry> inside = entries.stream()
                        .filter(other -> other.item() instanceof Item.Asked && other.isIn(entry))
                        .toList();
                boolean lacks =
                        group.occurrence().required() && inside.stream().noneMatch(other -> answers.has(other.key()));
                yield lacks ? inside.stream().limit(1) : Stream.of();
            }
        };
    }
}
