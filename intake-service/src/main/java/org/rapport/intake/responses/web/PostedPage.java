package org.rapport.intake.responses.web;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.responses.domain.Called;
import org.springframework.util.MultiValueMap;

/**
 * A page's form as posted. Fields that begin with an underscore are the form's own (no linkId does); the others are
 * answers by key.
 *
 * @param shown the version the page was shown with, as posted; absent if none was
 * @param crisisShown whether the person has just come from the crisis page with these same answers
 * @param seen keys of the questions on the form; absent when the form did not say
 * @param more key of a repeating group or question the person wants to add to
 */
record PostedPage(
        @Nullable String shown,
        boolean later,
        boolean crisisShown,
        @Nullable String seen,
        @Nullable String more,
        Answers answers) {
    static final String VERSION = "_version";
    static final String THEN = "_then";
    static final String CRISIS_SHOWN = "_crisis";
    static final String SEEN = "_seen";
    static final String MORE = "_more";
    /** Before the key: the unit of a quantity, one's own words for an open choice, a date and time on the practice's wall. */
    static final String UNIT = "_unit:";

    static final String OWN = "_own:";
    static final String MOMENT = "_moment:";
    private static final Pattern VERSION_NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final String LATER = "later";
    private static final String LANGUAGE = "lang";

    /** One field to be posted again. */
    record Kept(String name, String value) {}

    static PostedPage of(MultiValueMap<String, String> form, ZoneId practice) {
        Map<String, List<String>> answers = new HashMap<>();
        form.forEach((name, values) -> {
            if (!name.startsWith("_") && !name.equals(LANGUAGE)) {
                List<String> units = form.getOrDefault(UNIT + name, List.of());
                answers.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(withUnits(values, units));
            }
        });
        form.forEach((name, values) -> {
            if (name.startsWith(OWN)) {
                List<String> all = answers.computeIfAbsent(name.substring(OWN.length()), _ -> new ArrayList<>());
                all.remove(Question.OWN_WORDS);
                values.stream().filter(words -> !words.isBlank()).forEach(words -> all.add(Question.OWN_WORDS + words));
            } else if (name.startsWith(MOMENT)) {
                List<String> all = answers.computeIfAbsent(name.substring(MOMENT.length()), _ -> new ArrayList<>());
                values.forEach(value -> all.add(moment(value, practice)));
            }
        });
        // A field left blank is no answer, here as when it is saved.
        answers.values().forEach(values -> values.removeIf(String::isBlank));
        answers.values().removeIf(List::isEmpty);
        return new PostedPage(
                form.getFirst(VERSION),
                LATER.equals(form.getFirst(THEN)),
                form.containsKey(CRISIS_SHOWN),
                form.getFirst(SEEN),
                form.getFirst(MORE),
                new Answers(answers));
    }

    private static List<String> withUnits(List<String> numbers, List<String> units) {
        List<String> quantities = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            String number = numbers.get(i).strip();
            String unit = i < units.size() ? units.get(i).strip() : "";
            quantities.add(number.isEmpty() || unit.isEmpty() ? numbers.get(i) : number + " " + unit);
        }
        return quantities;
    }

    /** What a browser sends for a date and a time has no offset; the form says that it means the practice's. */
    private static String moment(String local, ZoneId practice) {
        try {
            return local.isBlank()
                    ? ""
                    : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                            LocalDateTime.parse(local).atZone(practice));
        } catch (DateTimeException e) {
            return local;
        }
    }

    /**
     * Without a number the page counts as shown before anything was saved, so it can overwrite nothing. What is no number is none
     * and no fault: beside it may stand an answer that cannot wait.
     */
    int checkedVersion() {
        return shown != null && VERSION_NUMBER.matcher(shown).matches() ? Integer.parseInt(shown) : 0;
    }

    Called called() {
        if (later || more != null) {
            return new Called.Nothing();
        }
        return seen == null ? new Called.Everything() : new Called.Seen(seenKeys());
    }

    /** Whether the person has seen all of these questions; so it is said of a form that did not say. */
    boolean hasSeen(List<String> keys) {
        return seen == null || seenKeys().containsAll(keys);
    }

    private Set<String> seenKeys() {
        return Pattern.compile(" ")
                .splitAsStream(seen == null ? "" : seen)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Everything needed to post the same again from the crisis page, as of the version it was shown with. */
    List<Kept> kept() {
        return kept(shown == null ? "0" : shown);
    }

    /** The same as of a version that already holds the answer which could not wait. */
    List<Kept> kept(String version) {
        List<Kept> kept = new ArrayList<>();
        answers.byQuestion().forEach((name, values) -> values.forEach(value -> kept.add(new Kept(name, value))));
        kept.add(new Kept(VERSION, version));
        kept.add(new Kept(CRISIS_SHOWN, "yes"));
        if (seen != null) {
            kept.add(new Kept(SEEN, seen));
        }
        if (more != null) {
            kept.add(new Kept(MORE, more));
        }
        if (later) {
            kept.add(new Kept(THEN, LATER));
        }
        return kept;
    }
}
