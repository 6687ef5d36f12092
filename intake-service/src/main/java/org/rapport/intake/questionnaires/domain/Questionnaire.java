package org.rapport.intake.questionnaires.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One immutable definition with its rules.
 *
 * @param notice what must be shown with it, such as a copyright notice
 * @param gaps words it still lacks in some language; it can be looked at, not sent to anybody
 */
public record Questionnaire(
        QuestionnaireKey key,
        Wording title,
        @Nullable Wording notice,
        List<Item> items,
        Rules rules,
        List<DefinitionFault> gaps) {
    /** Each is judged inside the one before it. */
    private static final int LONGEST_CHAIN = 100;

    /** Refuses conditions and rules that do not fit the questions, naming every fault. */
    public Questionnaire {
        items = List.copyOf(items);
        gaps = List.copyOf(gaps);
        Outline outline = new Outline(items);
        List<DefinitionFault> faults = new ArrayList<>(outline.faults());
        faults.addAll(rules.faultsAgainst(outline));
        if (!faults.isEmpty()) {
            throw new BrokenQuestionnaire(key.canonical(), faults);
        }
    }

    /**
     * What we would not take today, and can show and score all the same: faults added since something was uploaded must not take
     * it from those who have it open.
     */
    public List<DefinitionFault> faultsOfUpload() {
        List<DefinitionFault> faults = new ArrayList<>(rules.faultsOfUpload());
        pages().stream()
                .filter(page -> PageContent.fields(page.items()) > PageContent.MOST_FIELDS)
                .map(page -> new DefinitionFault(
                        page.items().getFirst().linkId(),
                        "begins a page of more than " + PageContent.MOST_FIELDS + " fields, which cannot be sent in"))
                .forEach(faults::add);
        if (new Outline(items).longestChain() > LONGEST_CHAIN) {
            faults.add(new DefinitionFault(
                    "questionnaire", "asks more than " + LONGEST_CHAIN + " things each depending on the next"));
        }
        questions().stream()
                .filter(question -> question.options().stream().anyMatch(Option::isTooLong))
                .map(question -> new DefinitionFault(
                        question.linkId(), "offers a code of more than " + Option.LONGEST_CODE + " bytes"))
                .forEach(faults::add);
        return faults;
    }

    public List<Question> questions() {
        return new Outline(items).questions();
    }

    public Optional<Question> question(String linkId) {
        return questions().stream()
                .filter(question -> question.linkId().equals(linkId))
                .findFirst();
    }

    public Sheet beside(Answers answers) {
        return beside(answers, Set.of());
    }

    /** @param opened keys of repeating groups to which somebody wants to add an instance */
    public Sheet beside(Answers answers, Set<String> opened) {
        return new Sheet(new Outline(items), answers, opened);
    }

    /** The answers that count: those to questions that are asked, and the fixed ones. */
    public Answers settled(Answers answers) {
        Sheet sheet = beside(answers);
        Set<String> mine = questionKeys(answers);
        return answers.without(mine::contains)
                .with(sheet.entries(items).stream()
                        .filter(entry -> entry.item() instanceof Item.Asked)
                        .collect(Collectors.toMap(
                                Sheet.Entry::key,
                                entry -> sheet.answers(((Item.Asked) entry.item()).question(), entry.place()))));
    }

    private Set<String> questionKeys(Answers answers) {
        Set<String> linkIds = questions().stream().map(Question::linkId).collect(Collectors.toSet());
        return answers.byQuestion().keySet().stream()
                .filter(key -> linkIds.contains(Place.parse(key).linkId()))
                .collect(Collectors.toSet());
    }

    /** The safety rules that the given answers meet. */
    public List<SafetyRule> alarms(Answers answers) {
        return rules.safety().stream()
                .filter(rule -> question(rule.question())
                        .filter(question -> rule.isMetBy(question, answers))
                        .isPresent())
                .toList();
    }

    /** The score, once every scored question has an answer. */
    public Optional<Score> score(Answers answers) {
        return Optional.ofNullable(rules.scoring()).flatMap(scoring -> scoring.score(title, questions(), answers));
    }

    /** The level that the answers give, where it has levels. */
    public Optional<Screening.Found> level(Answers answers) {
        return Optional.ofNullable(rules.screening())
                .flatMap(screening -> screening.of(
                        questions().stream().collect(Collectors.toMap(Question::linkId, Function.identity())),
                        answers));
    }

    /** The pages it is shown on: one for each group that begins one, and one for what stands between them. */
    List<PageContent> pages() {
        return PageContent.split(title, items);
    }

    /** What one page shows. */
    record PageContent(Wording title, List<Item> items) {
        /** The server takes forms of up to 1,000 fields ({@code server.tomcat.max-parameter-count}); some are the form's own. */
        static final int MOST_FIELDS = 950;

        /** The most fields these items can have when everything that may repeat does. */
        static long fields(List<Item> items) {
            return items.stream().mapToLong(PageContent::fields).sum();
        }

        private static long fields(Item item) {
            long inside = fields(item.items());
            return switch (item) {
                case Item.Display _ -> 0;
                case Item.Group group -> inside * group.occurrence().most();
                case Item.Asked asked -> inside + asked.question().fields();
            };
        }

        static List<PageContent> split(Wording title, List<Item> items) {
            List<PageContent> pages = new ArrayList<>();
            List<Item> between = new ArrayList<>();
            for (Item item : items) {
                boolean group = item instanceof Item.Group;
                if (group) {
                    flush(title, between, pages);
                }
                if (item.items().stream().anyMatch(child -> child instanceof Item.Group inner && inner.page())) {
                    pages.addAll(split(item.head().text(), item.items()));
                } else if (group) {
                    pages.add(new PageContent(item.head().text(), List.of(item)));
                } else {
                    between.add(item);
                }
            }
            flush(title, between, pages);
            return pages;
        }

        private static void flush(Wording title, List<Item> between, List<PageContent> pages) {
            if (!between.isEmpty()) {
                pages.add(new PageContent(title, List.copyOf(between)));
                between.clear();
            }
        }
    }
}
