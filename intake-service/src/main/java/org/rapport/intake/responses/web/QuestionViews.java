package org.rapport.intake.responses.web;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Control;
import org.rapport.intake.questionnaires.domain.Item;
import org.rapport.intake.questionnaires.domain.Language;
import org.rapport.intake.questionnaires.domain.Occurrence;
import org.rapport.intake.questionnaires.domain.Page;
import org.rapport.intake.questionnaires.domain.Place;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.questionnaires.domain.QuestionType;
import org.rapport.intake.questionnaires.domain.Sheet;
import org.rapport.intake.responses.application.AnswerWords;
import org.rapport.intake.responses.web.QuestionView.Field;
import org.rapport.intake.responses.web.QuestionView.Kind;
import org.rapport.web.FieldProblem;
import org.rapport.web.Option;

/**
 * Makes a page's questions ready for the templates, in one language.
 *
 * @param optional the words that mark a question one may leave out
 * @param opened keys of what the person wants to add to
 * @param practice the zone of dates with a time
 */
record QuestionViews(
        Language language,
        String yes,
        String no,
        String other,
        String optional,
        List<FieldProblem> problems,
        Set<String> opened,
        ZoneId practice) {
    /** More options than this are unwieldy as rows. */
    private static final int MOST_ROWS = 15;

    List<QuestionView> of(Page page, Answers answers) {
        Sheet sheet = page.questionnaire().beside(answers, opened);
        List<QuestionView> views = new ArrayList<>();
        List<Sheet.Entry> entries = sheet.entries(page.items());
        boolean alone = page.items().size() == 1 && page.items().getFirst() instanceof Item.Group;
        for (int i = 0; i < entries.size(); i++) {
            Sheet.Entry entry = entries.get(i);
            if (entry.item().head().hidden()) {
                continue;
            }
            switch (entry.item()) {
                case Item.Display display ->
                    views.add(QuestionView.words(
                            Kind.PARAGRAPH, entry.key(), display.head().words(language), ""));
                case Item.Group group -> {
                    boolean title = alone && i == 0 && !group.occurrence().repeats();
                    heading(entry, group, title, views);
                }
                case Item.Asked asked -> views.add(question(asked.question(), entry, sheet));
            }
            addable(entry, entries, i, views);
        }
        return views;
    }

    /** The words of a page's own group are the page's title already; only its help is still to say. */
    private void heading(Sheet.Entry entry, Item.Group group, boolean title, List<QuestionView> views) {
        String hint = group.head().hint() == null ? "" : group.head().hint().in(language);
        if (!title) {
            views.add(QuestionView.words(Kind.HEADING, entry.key(), AnswerWords.question(entry, language), hint));
        } else if (!hint.isEmpty()) {
            views.add(QuestionView.words(Kind.PARAGRAPH, entry.key(), hint, ""));
        }
    }

    /** After the last instance of a repeating group that has one, a button to add another. */
    private void addable(Sheet.Entry entry, List<Sheet.Entry> entries, int at, List<QuestionView> views) {
        Sheet.Entry next = at + 1 < entries.size() ? entries.get(at + 1) : null;
        for (Sheet.Entry group : entries.subList(0, at + 1).reversed()) {
            boolean repeats = group.item() instanceof Item.Group repeating
                    && repeating.occurrence().repeats()
                    && group.place().instances().getLast()
                            < repeating.occurrence().most();
            boolean ends = next == null
                    || (!next.isIn(group)
                            && !next.item().linkId().equals(group.item().linkId()));
            if (repeats && entry.isIn(group) && ends) {
                List<Integer> instances = group.place().instances();
                String outer = new Place(group.item().linkId(), instances.subList(0, instances.size() - 1)).key();
                views.add(
                        QuestionView.words(Kind.ADD, outer, group.item().head().words(language), ""));
            }
        }
    }

    private QuestionView question(Question question, Sheet.Entry entry, Sheet sheet) {
        String key = entry.key();
        List<String> values = sheet.answers(question, entry.place());
        String words = AnswerWords.question(entry, language);
        boolean needsNothing = !question.required() || question.initial().fixed();
        Kind kind = kind(question);
        List<Field> fields = fields(question, key, values);
        boolean several = question.repeats() && (kind == Kind.LINE || kind == Kind.TEXT || kind == Kind.QUANTITY);
        return new QuestionView(
                kind,
                key,
                needsNothing && kind != Kind.FIXED ? words + " " + optional : words,
                question.hint() == null ? "" : question.hint().in(language),
                problems.stream()
                        .filter(problem -> problem.field().equals(key))
                        .map(FieldProblem::message)
                        .findFirst()
                        .orElse(""),
                type(question, values),
                options(question),
                kind == Kind.FIXED ? AnswerWords.of(question, values, language) : chosen(values),
                fields,
                question.isOpen(),
                values.stream()
                        .filter(value -> question.isOpen() && value.startsWith(Question.OWN_WORDS))
                        .map(value -> value.substring(Question.OWN_WORDS.length()))
                        .findFirst()
                        .orElse(""),
                several && fields.size() < question.occurrence().most());
    }

    private static List<String> chosen(List<String> values) {
        return values.stream()
                .map(value -> value.startsWith(Question.OWN_WORDS) ? Question.OWN_WORDS : value)
                .toList();
    }

    private static Kind kind(Question question) {
        if (question.initial().fixed()) {
            return Kind.FIXED;
        }
        if (question.isChoice()) {
            if (question.repeats() || (question.options().size() == 1 && !question.isOpen())) {
                return Kind.CHECKBOX;
            }
            boolean many = question.control() == Control.AUTOMATIC
                    && question.options().size() > MOST_ROWS;
            return question.control() == Control.DROP_DOWN || many ? Kind.DROP_DOWN : Kind.RADIO;
        }
        return switch (question.type()) {
            case BOOLEAN -> Kind.RADIO;
            case TEXT -> Kind.TEXT;
            case QUANTITY -> Kind.QUANTITY;
            case INTEGER, DECIMAL, DATE, DATE_TIME, TIME, STRING, URL -> Kind.LINE;
            // An open choice without options is a line of one's own words.
            case CHOICE, OPEN_CHOICE -> Kind.LINE;
        };
    }

    private static String type(Question question, List<String> values) {
        return switch (question.type()) {
            case INTEGER, DECIMAL, QUANTITY -> "number";
            // A year or a month alone, which a program may have given, does not fit the browser's own field.
            case DATE -> values.stream().allMatch(value -> value.length() == 10) ? "date" : "text";
            case DATE_TIME ->
                values.stream().allMatch(value -> value.isEmpty() || value.indexOf('T') > 0)
                        ? "datetime-local"
                        : "text";
            case TIME -> "time";
            case URL -> "url";
            case BOOLEAN, STRING, TEXT, CHOICE, OPEN_CHOICE -> "text";
        };
    }

    private List<Option> options(Question question) {
        List<Option> options = new ArrayList<>();
        if (question.type() == QuestionType.BOOLEAN) {
            options.add(Option.of("true", yes));
            options.add(Option.of("false", no));
        } else if (question.isChoice()) {
            question.options()
                    .forEach(option ->
                            options.add(Option.of(option.code(), option.text().in(language))));
            if (question.isOpen()) {
                options.add(Option.of(Question.OWN_WORDS, other));
            }
        } else {
            question.limits()
                    .units()
                    .forEach(unit ->
                            options.add(Option.of(unit.code(), unit.text().in(language))));
        }
        return options;
    }

    private List<Field> fields(Question question, String key, List<String> values) {
        List<String> shown = new ArrayList<>(values);
        boolean room = shown.size() < question.occurrence().most() && shown.size() < Occurrence.MOST;
        if (shown.isEmpty() || (question.repeats() && room && opened.contains(key))) {
            shown.add("");
        }
        List<Field> fields = new ArrayList<>();
        for (String value : shown) {
            String id = fields.isEmpty() ? key : key + "-" + fields.size();
            fields.add(field(question, key, id, value));
        }
        return fields;
    }

    private Field field(Question question, String key, String id, String value) {
        return switch (question.type()) {
            case QUANTITY -> {
                int space = value.indexOf(' ');
                yield space < 0
                        ? new Field(id, key, value, "")
                        : new Field(id, key, value.substring(0, space), value.substring(space + 1));
            }
            case DATE_TIME -> {
                boolean moment = value.isEmpty() || value.indexOf('T') > 0;
                yield new Field(id, moment ? PostedPage.MOMENT + key : key, local(value), "");
            }
            case OPEN_CHOICE ->
                new Field(id, PostedPage.OWN + key, value.replaceFirst("^" + Question.OWN_WORDS, ""), "");
            case BOOLEAN, INTEGER, DECIMAL, DATE, TIME, STRING, TEXT, URL, CHOICE -> new Field(id, key, value, "");
        };
    }

    private String local(String moment) {
        try {
            return moment.indexOf('T') < 0
                    ? moment
                    : OffsetDateTime.parse(moment)
                            .atZoneSameInstant(practice)
                            .toLocalDateTime()
                            .toString();
        } catch (DateTimeException e) {
            return moment;
        }
    }
}
