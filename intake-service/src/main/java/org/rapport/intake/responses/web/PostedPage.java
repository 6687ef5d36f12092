package org.rapport.intake.responses.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.web.RefusedRequest;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;

/**
 * A page's form as posted. Fields that begin with an underscore are the form's own (no linkId does); the others are
 * answers by linkId.
 *
 * @param shown the version the page was shown with, as posted; absent if none was
 * @param crisisShown whether the person has just come from the crisis page with these same answers
 */
record PostedPage(@Nullable String shown, boolean later, boolean crisisShown, Answers answers) {
    static final String VERSION = "_version";
    static final String THEN = "_then";
    static final String CRISIS_SHOWN = "_crisis";
    private static final Pattern VERSION_NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final String LATER = "later";
    private static final String LANGUAGE = "lang";

    /** One field to be posted again. */
    record Kept(String name, String value) {}

    static PostedPage of(MultiValueMap<String, String> form) {
        Map<String, List<String>> answers = new HashMap<>();
        form.forEach((name, values) -> {
            if (!name.startsWith("_") && !name.equals(LANGUAGE)) {
                answers.put(name, values);
            }
        });
        return new PostedPage(
                form.getFirst(VERSION),
                LATER.equals(form.getFirst(THEN)),
                form.containsKey(CRISIS_SHOWN),
                new Answers(answers));
    }

    /** Without a number the page counts as shown before anything was saved, so it can overwrite nothing; what is no number is refused. */
    int checkedVersion() {
        if (shown == null) {
            return 0;
        }
        if (!VERSION_NUMBER.matcher(shown).matches()) {
            throw new RefusedRequest(HttpStatus.BAD_REQUEST, "malformed-request");
        }
        return Integer.parseInt(shown);
    }

    /** Everything needed to post the same again from the crisis page. */
    List<Kept> kept() {
        List<Kept> kept = new ArrayList<>();
        answers.byQuestion().forEach((name, values) -> values.forEach(value -> kept.add(new Kept(name, value))));
        kept.add(new Kept(VERSION, shown == null ? "0" : shown));
        kept.add(new Kept(CRISIS_SHOWN, "yes"));
        if (later) {
            kept.add(new Kept(THEN, LATER));
        }
        return kept;
    }
}
